using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Whole small networks: buffers that are reused, halos between layers, several fusions in a row.</summary>
public sealed class ChainCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            yield return LayerCase.Of(
                MapShape.Image(1, 28, 28), new CrossEntropyReference(),
                new ConvReference(6, 5) { Padding = 2 }, new ReluReference(), new MaxPoolReference(2),
                new ConvReference(16, 5), new ReluReference(), new MaxPoolReference(2),
                new DenseReference(120), new ReluReference(), new DenseReference(84), new ReluReference(), new DenseReference(10)).WithBatches(1, 5, 7).WithTolerance(3);
            yield return LayerCase.Of(
                MapShape.Image(3, 15, 17), new CrossEntropyReference { LabelSmoothing = 0.05 },
                new ConvReference(20, 3) { Padding = 1, Bias = false }, new BatchNormReference(), new ReluReference(),
                new ConvReference(33, 3) { Stride = 2, Padding = 1, Bias = false }, new BatchNormReference(), new LeakyReluReference(0.1),
                new ConvReference(16, 1), new SigmoidReference(), new AvgPoolReference(2), new GlobalMaxPoolReference(), new DenseReference(5)).WithBatches(2, 5).WithTolerance(3);
            yield return LayerCase.Of(
                MapShape.Image(4, 9, 9),
                new ConvReference(8, 3) { Groups = 4, Padding = 1 }, new TanhReference(), new ConvReference(12, 3) { Dilation = 2, Padding = 2, Groups = 2 },
                new MaxPoolReference(3) { Stride = 2, Padding = 1 }, new ReluReference(), new ConvReference(3, 5) { Padding = 4 }).WithTolerance(3);
            yield return LayerCase.Of(
                MapShape.Signal(2, 64), new CrossEntropyReference(),
                new ConvReference(16, 7) { Stride = 2, Padding = 3 }, new BatchNormReference(), new ReluReference(), new MaxPoolReference(2),
                new ConvReference(24, 3) { Same = true }, new ReluReference(), new ConvReference(6, 1)).WithBatches(1, 3).WithTolerance(3);
            yield return LayerCase.Of(
                MapShape.Image(3, 12, 12), new BinaryCrossEntropyReference(),
                new ConvReference(16, 3) { Padding = 1 }, new ReluReference(), new ConvReference(16, 3) { Padding = 1, Frozen = true }, new ReluReference(),
                new ConvReference(16, 3) { Padding = 1 }, new ReluReference(), new ConvReference(16, 3) { Padding = 1 }, new ReluReference(),
                new MaxPoolReference(2), new FlattenReference(), new DenseReference(30), new TanhReference(), new DenseReference(4), new SigmoidReference()).WithTolerance(3);
            // Unroll.Full: a window that is written out whole, one that keeps its loops, and a planar one.
            yield return LayerCase.OfUnrolled(
                MapShape.Image(1, 11, 13), new ConvReference(5, 3) { Stride = 2, Padding = 1 }, new TanhReference(), new ConvReference(17, 3), new TanhReference(),
                new ConvReference(6, 3) { Padding = 1 }, new DenseReference(3)).WithTolerance(3);
            yield return LayerCase.OfUnrolled(MapShape.Signal(6, 31), new ConvReference(20, 5) { Dilation = 2 }, new TanhReference(), new ConvReference(4, 7)).WithTolerance(3);
        }
    }
}
