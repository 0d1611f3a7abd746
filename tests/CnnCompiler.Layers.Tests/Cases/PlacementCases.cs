using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Tensors that live in the memory of others: parts of concatenations, sums over an operand, gradients that several tensors share.</summary>
public sealed class PlacementCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            // Inception: all parts in place with one activation, read by everything that comes next.
            yield return LayerCase.Of(
                MapShape.Image(3, 5, 5), Conv(16, 3), new ReluReference(),
                Concat(Path("A", Conv(16, 1), new ReluReference()), Path("B", Conv(8, 1), new ReluReference(), Conv(32, 3), new ReluReference()), Path("C", new MaxPoolReference(3) { Stride = 1, Padding = 1 }, Conv(16, 1), new ReluReference())),
                Concat(Path("D", Conv(16, 3), new ReluReference()), Path("E", new AvgPoolReference(3) { Stride = 1, Padding = 1 }), Path("F")), new DenseReference(3)).WithTolerance(2);

            // Parts between parts that do not fill their blocks; the same part twice; an activation for some only.
            yield return LayerCase.Of(
                MapShape.Image(2, 4, 5), Concat(Path("A", Conv(16, 3), new ReluReference()), Path("B", Conv(5, 1), new ReluReference()), Path("C", Conv(11, 1), new ReluReference()), Path("D", Conv(24, 3), new ReluReference())), Conv(3, 3));
            yield return LayerCase.Of(MapShape.Image(2, 4, 4), Conv(32, 3), new TanhReference(), Concat(Path("A"), Path("B", Conv(16, 1)), Path("C")), Conv(4, 1), new TanhReference());
            yield return LayerCase.Of(MapShape.Image(2, 4, 4), Conv(16, 1), new BatchNormReference(), new ReluReference(), Concat(Path("A", Conv(16, 3), new BatchNormReference(), new SigmoidReference()), Path("B"), Path("C", Conv(16, 1))), new BatchNormReference(), Conv(2, 3)).WithBatches(2, 5);
            yield return LayerCase.Of(MapShape.Features(16), Concat(Path("A", new DenseReference(48), new ReluReference()), Path("B"), Path("C", new DenseReference(16), new TanhReference())), new DenseReference(70), new ReluReference());

            // Concatenations in concatenations, and in sums.
            yield return LayerCase.Of(
                MapShape.Signal(3, 7), Conv(16, 3), new ReluReference(),
                Residual(Path("Main", Concat(Path("A", Conv(16, 1), new ReluReference()), Path("B", Concat(Path("C", Conv(16, 3), new ReluReference()), Path("D", Conv(16, 1), new ReluReference())))), Conv(16, 3))),
                new ReluReference(), Conv(2, 1));
            var parts = new SaveReference("parts");
            yield return LayerCase.Of(
                MapShape.Image(3, 4, 4), Concat(Path("A", Conv(16, 3), new ReluReference()), Path("B", Conv(16, 1), new ReluReference())), parts, new ReluReference(), Conv(32, 3), new AddReference(parts), new ReluReference(),
                Residual(Path("Again", new DepthwiseConvReference(3) { Padding = 1 })), new DenseReference(2));
            yield return LayerCase.Of(
                MapShape.Image(3, 4, 4), Sum(Path("A", Concat(Path("P", Conv(16, 1)), Path("Q", Conv(16, 3)))), Path("B", Conv(32, 1), new ReluReference()), Path("C", Conv(32, 3)), Path("D", new MaxPoolReference(3) { Stride = 1, Padding = 1 }, Conv(32, 1), new TanhReference())), new ReluReference());

            // The gradient by a sum becomes that by its shortcut, into which the first layer of the main path adds its own: one case for each way of adding.
            foreach ((int index, LayerReference layer) in new LayerReference[]
            {
                Conv(16, 3), new ConvReference(16, 1) { Groups = 16 }, new DepthwiseConvReference(3) { Padding = 1 }, new AvgPoolReference(3) { Stride = 1, Padding = 1 }, new GeluReference(), new PReluReference(),
                new GroupNormReference(4), new PositionalNormReference(), new LocalResponseNormReference(3), new BatchNormReference(), new DropoutReference(0), new ChannelScaleReference(), new SoftmaxReference(), new TanhReference(),
                new ConvTransposeReference(16, 3) { Padding = 1 }, new ContrastNormReference(3), new LocallyConnectedReference(16, 1),
            }.Index())
            {
                yield return LayerCase.Of(MapShape.Image(2, 3, 4), Conv(16, 1), new LeakyReluReference(0.3), Residual(Path($"Main{index}", layer, Conv(16, 3))), new ReluReference(), Conv(2, 1)).WithTolerance(2);
            }

            yield return LayerCase.Of(MapShape.Image(2, 6, 6), Conv(16, 1), new LeakyReluReference(0.3), Residual(Path("Main", new MaxPoolReference(2) { Stride = 3 }, new UpsampleReference(3), Conv(16, 1))), Conv(2, 1));
            yield return LayerCase.Of(
                MapShape.Image(2, 3, 3), Conv(16, 1), new LeakyReluReference(0.3), Residual(Path("Flat", new DenseReference(144), new TanhReference(), new ReshapeReference(16, 3, 3), Conv(16, 1))), new DenseReference(2));
            yield return LayerCase.Of(MapShape.Features(16), new DenseReference(32), new LeakyReluReference(0.3), Residual(Path("Unit", new MaxoutReference(2), new DenseReference(32))), new ReluReference(), Residual(Path("Next", new RadialBasisReference(5), new DenseReference(32))), new DenseReference(2));
        }
    }

    private static ReferencePath Path(string name, params LayerReference[] layers) => new(name, layers);

    private static ConvReference Conv(int filters, int kernel) => new(filters, kernel) { Padding = kernel / 2 };

    private static BranchReference Residual(params ReferencePath[] paths) => new("Residual", paths);

    private static BranchReference Concat(params ReferencePath[] paths) => new("Concat", paths);

    private static BranchReference Sum(params ReferencePath[] paths) => new("Sum", paths);
}
