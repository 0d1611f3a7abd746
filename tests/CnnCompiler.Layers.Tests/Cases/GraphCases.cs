using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Any acyclic graph: <c>Save</c> with its readers, running sums, classifiers on the side, shortcuts that pad channels.</summary>
public sealed class GraphCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            // Remembered tensors: several readers in every order, the input itself, a channel count that is no multiple of 16.
            var first = new SaveReference("first");
            yield return LayerCase.Of(MapShape.Image(3, 5, 6), first, Conv(3, 3), new AddReference(first), Conv(7, 1), new ConcatWithReference(first), Conv(2, 3));
            var kept = new SaveReference("kept");
            yield return LayerCase.Of(
                MapShape.Image(2, 5, 5), Conv(16, 3), new ReluReference(), kept, Conv(16, 3), new AddReference(kept), new TanhReference(), Conv(16, 1), new AddReference(kept),
                Conv(16, 1), new ReluReference(), new ConcatWithReference(kept), Conv(3, 1));
            SaveReference wide = new("wide"), deep = new("deep");
            yield return LayerCase.Of(
                MapShape.Image(2, 8, 8), Conv(16, 3), new ReluReference(), wide, new MaxPoolReference(2), Conv(32, 3), new ReluReference(), deep, new MaxPoolReference(2), Conv(32, 3),
                new TanhReference(), new UpsampleReference(2), new ConcatWithReference(deep), Conv(16, 3), new ReluReference(), new UpsampleReference(2), new ConcatWithReference(wide),
                Conv(2, 1)).WithTolerance(3);
            SaveReference dense1 = new("d1"), dense2 = new("d2"), dense3 = new("d3");
            yield return LayerCase.Of(
                MapShape.Image(3, 5, 4), Conv(16, 3), dense1, new BatchNormReference(), new ReluReference(), Conv(16, 3), new ConcatWithReference(dense1),
                dense2, new BatchNormReference(), new ReluReference(), Conv(16, 3), new ConcatWithReference(dense2),
                dense3, new BatchNormReference(), new ReluReference(), Conv(8, 3), new ConcatWithReference(dense3), new DenseReference(3)).WithBatches(2, 5).WithTolerance(3);

            // The last of several readers derives the sum of their shares: one that finds its share in place, a convolution, a product of a tensor with itself.
            var both = new SaveReference("both");
            yield return LayerCase.Of(
                MapShape.Image(2, 5, 5), Conv(16, 3), new TanhReference(), both, Conv(16, 1), new TanhReference(), new ConcatWithReference(both), Conv(20, 3),
                new BranchReference("Multiply", Path("P"), Path("Q")), new SigmoidReference(), Conv(3, 1));

            // Running sums; what only the dropped end of the main path used has no gradient.
            var sum = new SkipSum("sum");
            yield return LayerCase.Of(
                MapShape.Signal(4, 9), Conv(8, 3), new SkipReference(sum, Path("A", Conv(20, 1))), new TanhReference(), new SkipReference(sum, Path("B", Conv(20, 1))), Conv(6, 3),
                new ReluReference(), new SkipReference(sum, Path("C", Conv(20, 3), new SigmoidReference())), Conv(5, 1), new TakeSkipReference(sum), new ReluReference(), Conv(3, 1));
            var short1 = new SkipSum("one");
            yield return LayerCase.Of(MapShape.Features(12), new DenseReference(9), new SkipReference(short1, Path("Only")), new DenseReference(4), new TakeSkipReference(short1), new TanhReference());

            // Classifiers on the side; one reads what a concatenation reads too.
            yield return LayerCase.Of(
                MapShape.Image(2, 5, 5), Conv(16, 3), new ReluReference(), new AuxiliaryReference(Path("Side", new GlobalAvgPoolReference(), new DenseReference(4))),
                new BranchReference("Concat", Path("Left", Conv(16, 1)), Path("Right")), new AuxiliaryReference(Path("Last", new DenseReference(4)), 0.5), new DenseReference(4));
            yield return LayerCase.Of(
                MapShape.Image(2, 4, 4), new CrossEntropyReference(), Conv(5, 3), new TanhReference(), new AuxiliaryReference(Path("Head", new DenseReference(6)), 1.5), new DenseReference(6));
            yield return LayerCase.Of(MapShape.Features(7), new DenseReference(5), new AuxiliaryReference(Path("Same"), 0.25), new TanhReference(), new DenseReference(5));

            yield return LayerCase.Of(MapShape.Features(7), new DenseReference(5), new TanhReference(), new AuxiliaryReference(Path("Activated"), 0.25), new DenseReference(5));

            // A classifier that adds nothing to the network's input, or only another shape of it.
            yield return LayerCase.Of(MapShape.Features(37), new AuxiliaryReference(Path("Nothing"), 0.5), new DenseReference(37));
            yield return LayerCase.Of(MapShape.Features(32), new AuxiliaryReference(Path("Shape", new FlattenReference()), 0.5), new DenseReference(32));
            yield return LayerCase.Of(MapShape.Image(2, 3, 4), new AuxiliaryReference(Path("Shape", new FlattenReference()), 0.5), Conv(5, 1), new ReluReference(), new DenseReference(24));

            // Shortcuts that subsample and append zeros.
            yield return LayerCase.Of(
                MapShape.Image(3, 7, 6), Conv(10, 3), new ReluReference(),
                Padded(Path("Main", new ConvReference(20, 3) { Stride = 2, Padding = 1 }, new TanhReference(), Conv(20, 1))), new ReluReference(),
                Padded(Path("Next", Conv(35, 3))), new SigmoidReference(), new DenseReference(2)).WithTolerance(2);
            yield return LayerCase.Of(MapShape.Signal(16, 11), Padded(Path("Main", new ConvReference(16, 3) { Stride = 3, Padding = 1 })), new ReluReference(), Conv(2, 1));
            yield return LayerCase.Of(MapShape.Image(4, 5, 5), Padded(Path("Main", new MaxPoolReference(3) { Stride = 2, Padding = 1 }, Conv(6, 1), new ReluReference())), Conv(2, 1));
        }
    }

    private static ReferencePath Path(string name, params LayerReference[] layers) => new(name, layers);

    private static ConvReference Conv(int filters, int kernel) => new(filters, kernel) { Padding = kernel / 2 };

    private static BranchReference Padded(ReferencePath path) => new("Residual", path) { PadChannels = true };
}
