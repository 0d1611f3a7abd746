using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Paths that come together: aligned and unaligned channels, identities, several readers of one tensor, activations behind and inside.</summary>
public sealed class BranchCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            // Residual blocks: the input itself, a tensor with an activation, blocks in a row, a projection, convolutions that read the shared tensor.
            yield return LayerCase.Of(MapShape.Image(3, 5, 6), Residual(Path("Main", Conv(3, 3), new TanhReference(), Conv(3, 1))), new ReluReference());
            yield return LayerCase.Of(MapShape.Image(3, 5, 6), Conv(17, 3), new SigmoidReference(), Residual(Path("Body", Conv(17, 3))), new SigmoidReference(), Conv(2, 1));
            yield return LayerCase.Of(
                MapShape.Image(2, 6, 6), Conv(16, 3), new ReluReference(), Residual(Path("First", Conv(16, 3), new ReluReference(), Conv(16, 3))), new ReluReference(),
                Residual(Path("Second", Conv(16, 3), new ReluReference(), Conv(16, 3))), new ReluReference(), new GlobalAvgPoolReference()).WithBatches(2, 5).WithTolerance(3);
            yield return LayerCase.Of(
                MapShape.Image(2, 7, 7), Conv(5, 3),
                Residual(
                    Path("Wide", new ConvReference(20, 3) { Stride = 2, Padding = 1, Bias = false }, new BatchNormReference(), new ReluReference(), Conv(20, 3), new BatchNormReference()),
                    Path("Projection", new ConvReference(20, 1) { Stride = 2, Bias = false }, new BatchNormReference())),
                new ReluReference(), new DenseReference(3)).WithBatches(2, 5).WithTolerance(3);
            yield return LayerCase.Of(
                MapShape.Image(5, 7, 9), Conv(20, 1), new ReluReference(),
                Residual(Path("Strided", new ConvReference(64, 3) { Stride = 2, Padding = 1 }), Path("Pixels", new ConvReference(64, 1) { Stride = 2 })), new ReluReference()).WithBatches(2);
            yield return LayerCase.Of(MapShape.Signal(4, 9), Residual(Path("Same")), Residual(Path("Signal", Conv(4, 3))), new LeakyReluReference(0.2));
            yield return LayerCase.Of(MapShape.Features(33), new DenseReference(20), Residual(Path("Features", new DenseReference(7), new TanhReference(), new DenseReference(20))), new TanhReference(), new DenseReference(4)).WithBatches(1, 7);
            yield return LayerCase.Of(MapShape.Image(2, 5, 5), Conv(6, 3), new ReluReference(), Residual(Path("Pooled", new MaxPoolReference(3) { Stride = 1, Padding = 1 })), new DenseReference(3));
            yield return LayerCase.Of(MapShape.Image(2, 5, 5), Conv(6, 3), new DropoutReference(0), new ReluReference(), Residual(Path("Dropped", new DropoutReference(0), Conv(6, 1))), new DenseReference(3));

            // Concatenations: blocks of 16 and everything else, features, signals, an identity, a fused activation that does not keep zero.
            yield return LayerCase.Of(MapShape.Image(3, 4, 5), Concat(Path("A", Conv(16, 3)), Path("B", Conv(32, 1), new ReluReference()), Path("C", Conv(16, 1))), new SigmoidReference(), Conv(3, 3));
            yield return LayerCase.Of(MapShape.Image(3, 4, 5), Concat(Path("A", Conv(5, 3), new TanhReference()), Path("B", Conv(13, 1), new ReluReference()), Path("C"), Path("D", Conv(30, 1))), new SigmoidReference());
            yield return LayerCase.Of(MapShape.Image(17, 3, 3), Concat(Path("A"), Path("B", Conv(17, 1)), Path("C")), new TanhReference());
            yield return LayerCase.Of(MapShape.Image(2, 4, 4), Conv(16, 3), new ReluReference(), Concat(Path("A"), Path("B", Conv(4, 1))), Conv(8, 3), Concat(Path("E"), Path("F", Conv(8, 3))), new DenseReference(2));
            yield return LayerCase.Of(MapShape.Signal(5, 6), Concat(Path("A", Conv(1, 1)), Path("B", Conv(1, 1)), Path("C", Conv(15, 3))), new BatchNormReference(), new ReluReference()).WithBatches(2, 5);
            yield return LayerCase.Of(MapShape.Features(10), Concat(Path("A", new DenseReference(31), new ReluReference()), Path("B", new DenseReference(18)), Path("C")), new DenseReference(5)).WithBatches(1, 9);

            // Sums, products, highways; branches inside branches.
            yield return LayerCase.Of(MapShape.Image(3, 4, 5), Sum(Path("A", Conv(18, 3), new ReluReference()), Path("B", Conv(18, 1)), Path("C", Conv(18, 1), new SigmoidReference())), new TanhReference(), Conv(2, 1));
            yield return LayerCase.Of(MapShape.Signal(3, 8), Conv(9, 3), new TanhReference(), Sum(Path("A"), Path("B"), Path("C", Conv(9, 1)), Path("D", Conv(9, 3)), Path("E", Conv(9, 1))));
            yield return LayerCase.Of(MapShape.Signal(3, 8), Multiply(Path("A", Conv(19, 3), new TanhReference()), Path("B", Conv(19, 1), new SigmoidReference())), Conv(4, 1));
            yield return LayerCase.Of(MapShape.Features(16), new DenseReference(16), new SigmoidReference(), Multiply(Path("A"), Path("B")), Multiply(Path("C", new DenseReference(16)), Path("D")), new TanhReference());
            yield return LayerCase.Of(MapShape.Features(9), Highway(Path("Main", new DenseReference(9), new ReluReference()), Path("Gate", new DenseReference(9), new SigmoidReference())), new SigmoidReference(), new DenseReference(2)).WithBatches(1, 7);
            yield return LayerCase.Of(MapShape.Image(2, 4, 4), Conv(20, 3), new ReluReference(), Highway(Path("Main", Conv(20, 3)), Path("Gate", Conv(20, 1), new SigmoidReference())), Highway(Path("Other"), Path("Second", Conv(20, 1), new SigmoidReference())));
            yield return LayerCase.Of(
                MapShape.Image(4, 6, 6),
                Concat(
                    Path("Left", Conv(7, 1), Residual(Path("Inner", Conv(7, 3), Multiply(Path("P", Conv(7, 1), new TanhReference()), Path("Q", Conv(7, 1), new SigmoidReference())))), new ReluReference()),
                    Path("Right", new AvgPoolReference(3) { Stride = 1, Padding = 1 }, Concat(Path("R", Conv(3, 1)), Path("S")))),
                Conv(5, 1)).WithTolerance(2);

            // Nothing before the first trainable layer is computed backward, on any way there.
            yield return LayerCase.Of(
                MapShape.Image(3, 5, 5), new ConvReference(8, 3) { Padding = 1, Frozen = true }, new ReluReference(),
                Residual(Path("Main", new ConvReference(8, 3) { Padding = 1, Frozen = true }, new ReluReference(), Conv(8, 1))), new DenseReference(3));
            yield return LayerCase.Of(
                MapShape.Image(3, 5, 5), Concat(Path("Fixed", new ConvReference(8, 3) { Padding = 1, Frozen = true }, new ReluReference()), Path("Learned", Conv(4, 3))), Conv(2, 1));
        }
    }

    private static ReferencePath Path(string name, params LayerReference[] layers) => new(name, layers);

    private static ConvReference Conv(int filters, int kernel) => new(filters, kernel) { Padding = kernel / 2 };

    private static BranchReference Residual(params ReferencePath[] paths) => new("Residual", paths);

    private static BranchReference Concat(params ReferencePath[] paths) => new("Concat", paths);

    private static BranchReference Sum(params ReferencePath[] paths) => new("Sum", paths);

    private static BranchReference Multiply(params ReferencePath[] paths) => new("Multiply", paths);

    private static BranchReference Highway(params ReferencePath[] paths) => new("Highway", paths);
}
