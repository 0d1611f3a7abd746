using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>
/// Small convolutions before a maximum, whose gradients go from winner to winner: windows that overlap, hang over the border and leave pixels out; planes and
/// blocks of channels as input, whole and in part; filters of one block and of several; strides, dilations and paddings; parts of a batch.
/// </summary>
public sealed class WinnerCases : ILayerCases
{
    private static readonly Func<LayerReference>[] _pools =
    [
        () => new MaxPoolReference(2),
        () => new MaxPoolReference(3) { Stride = 2 },
        () => new MaxPoolReference(3) { Stride = 2, Padding = 1 },
        () => new MaxPoolReference(3) { Stride = 3, CeilMode = true },
        () => new MaxPoolReference(2) { Stride = 3 },
        () => new MaxPoolReference(2) { Dilation = 2, Stride = 3 },
        () => new MaxPoolReference(4) { Padding = 2 },
    ];

    // Of planes: their memory is padded, and their columns are not dilated.
    private static readonly Func<int, ConvReference>[] _planes =
    [
        filters => new ConvReference(filters, 5) { Padding = 2 },
        filters => new ConvReference(filters, 3) { Padding = 1 },
        filters => new ConvReference(filters, 4, 3) { Padding = 3, Bias = false },
        filters => new ConvReference(filters, 3) { Stride = 2, Padding = 1 },
        filters => new ConvReference(filters, 3, 2) { StrideWidth = 2, PaddingWidth = 1 },
        filters => new ConvReference(filters, 5) { Padding = 2, Stride = 2 },
        filters => new ConvReference(filters, 5, 9) { Padding = 2, PaddingWidth = 4 },
    ];

    private static readonly Func<int, ConvReference>[] _blocks =
    [
        filters => new ConvReference(filters, 4, 3) { Padding = 3, Bias = false },
        filters => new ConvReference(filters, 3) { Stride = 2, Padding = 1 },
        filters => new ConvReference(filters, 3, 2) { StrideWidth = 2, PaddingWidth = 1 },
        filters => new ConvReference(filters, 3) { Dilation = 2, Padding = 2 },
        filters => new ConvReference(filters, 5) { Padding = 2 },
        filters => new ConvReference(filters, 3) { Padding = 1 },
        filters => new ConvReference(filters, 1, 5) { PaddingWidth = 3 },
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            int[] filters = [1, 6, 9, 8, 16, 17, 33], inputs = [5, 6, 8, 9, 15, 16, 12];
            for (int i = 0; i < _pools.Length; i++)
            {
                // Alone: planes, and the caller's gradient.
                yield return LayerCase.Of(
                    MapShape.Image(1 + (i % 3), 19, 22), _planes[i](filters[i]), new ReluReference(), _pools[i](), new DenseReference(3)).WithTolerance(2).WithBatches(1, 2, 9);

                // Blocks, behind an activation whose derivative the gradient applies.
                yield return LayerCase.Of(
                    MapShape.Image(2, 17, 16), new ConvReference(inputs[i], 1), new TanhReference(), _blocks[i](filters[(i + 4) % filters.Length]),
                    i % 2 == 0 ? new ReluReference() : new SigmoidReference(), _pools[i]()).WithTolerance(2).WithBatches(1, 3, 17);
            }

            foreach (LayerCase around in Around)
                yield return around;
        }
    }

    // Two in a row, no activation, one behind the pool, inputs of several blocks, parts of a large batch.
    private static IEnumerable<LayerCase> Around
    {
        get
        {
            yield return LayerCase.Of(
                MapShape.Image(1, 28, 28), new ConvReference(6, 5) { Padding = 2 }, new ReluReference(), new MaxPoolReference(2), new ConvReference(16, 5), new ReluReference(),
                new MaxPoolReference(2), new DenseReference(10)).WithTolerance(2).WithBatches(1, 7, 40);
            MapShape image = MapShape.Image(2, 13, 14);
            yield return LayerCase.Of(image, new ConvReference(6, 3) { Padding = 1 }, new MaxPoolReference(2), new TanhReference(), new DenseReference(4));
            yield return LayerCase.Of(image, new ConvReference(6, 3) { Padding = 1 }, new LeakyReluReference(0.1), new MaxPoolReference(3) { Stride = 2 }, new ConvReference(4, 3)).WithTolerance(2);
            yield return LayerCase.Of(image, new ConvReference(5, 3) { Padding = 1, WeightNorm = true }, new ReluReference(), new MaxPoolReference(2)).WithTolerance(2);
            yield return LayerCase.Of(MapShape.Image(20, 9, 8), new ConvReference(6, 3) { Padding = 1 }, new ReluReference(), new MaxPoolReference(2)).WithTolerance(2).WithBatches(1, 5);
            yield return LayerCase.Of(MapShape.Image(3, 12, 12), new ConvReference(24, 1), new ReluReference(), new ConvReference(7, 3), new ReluReference(), new MaxPoolReference(3)).WithTolerance(2);
            yield return LayerCase.Of(MapShape.Signal(3, 41), new ConvReference(9, 5) { Padding = 2 }, new ReluReference(), new MaxPoolReference(3) { Stride = 3, Padding = 1 }).WithTolerance(2);
            yield return LayerCase.Of(MapShape.Signal(6, 30), new ConvReference(6, 4) { Stride = 2 }, new ReluReference(), new MaxPoolReference(4)).WithTolerance(2);

            // A trained stem, a frozen one, and frozen convolutions.
            yield return LayerCase.Of(
                image, new ConvReference(6, 3) { Padding = 1, Frozen = true }, new ReluReference(), new MaxPoolReference(2), new ConvReference(9, 3), new ReluReference(), new MaxPoolReference(2));
            yield return LayerCase.Of(
                image, new ConvReference(6, 3) { Padding = 1 }, new ReluReference(), new ConvReference(9, 3) { Padding = 1, Frozen = true }, new ReluReference(), new MaxPoolReference(2)).WithTolerance(2);
            yield return LayerCase.Of(
                image, new ConvReference(6, 3) { Padding = 1, Frozen = true }, new ReluReference(), new MaxPoolReference(2), new ConvReference(9, 3), new MaxPoolReference(2), new DenseReference(3)).WithTolerance(2);

            // Several readers of what it reads, and the gradient by the pool in the memory of a whole.
            foreach (string kind in new[] { "Sum", "Concat", "Residual" })
            {
                yield return LayerCase.Of(
                    MapShape.Image(2, 14, 14), new ConvReference(6, 1), new TanhReference(),
                    new BranchReference(
                        kind, new ReferencePath("Winners", new ConvReference(16, 3) { Padding = 1 }, new ReluReference(), new MaxPoolReference(3) { Stride = 3, Padding = 1 }),
                        new ReferencePath("Mean", new AvgPoolReference(3) { Stride = 3, Padding = 1 }, new ConvReference(16, 1))),
                    new SigmoidReference(), new ConvReference(3, 1)).WithTolerance(2);
            }
        }
    }
}
