using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>
/// Convolutions whose rows are pooled before they reach memory: odd sizes, windows that overlap, hang over the border and leave rows out, channels that fill
/// blocks and vectors or not, strides, paddings and groups of the convolution, and what may stand before and behind the pool.
/// </summary>
public sealed class PooledConvCases : ILayerCases
{
    private static readonly Func<LayerReference>[] _pools =
    [
        () => new MaxPoolReference(2),
        () => new MaxPoolReference(3) { Stride = 2 },
        () => new MaxPoolReference(3) { Stride = 2, Padding = 1 },
        () => new MaxPoolReference(3) { Stride = 1, Padding = 1 },
        () => new MaxPoolReference(3) { Stride = 2, CeilMode = true },
        () => new MaxPoolReference(2) { Stride = 3 },
        () => new MaxPoolReference(2) { Dilation = 2, Stride = 1 },
        () => new MaxPoolReference(3) { Dilation = 2, Stride = 3, Padding = 1, CeilMode = true },
        () => new MaxPoolReference(5) { Stride = 1, Padding = 2 },
        () => new AvgPoolReference(2),
        () => new AvgPoolReference(3) { Stride = 2 },
        () => new AvgPoolReference(3) { Stride = 2, Padding = 1, CeilMode = true },
        () => new AvgPoolReference(3) { Stride = 2, Padding = 1, CountIncludePad = false },
        () => new AvgPoolReference(2) { CeilMode = true },
        () => new MaxPoolReference(1),
    ];

    private static readonly Func<int, ConvReference>[] _convolutions =
    [
        filters => new ConvReference(filters, 5) { Padding = 2 },
        filters => new ConvReference(filters, 3) { Stride = 2, Padding = 1 },
        filters => new ConvReference(filters, 1),
        filters => new ConvReference(filters, 3) { Bias = false },
        filters => new ConvReference(filters, 3) { Dilation = 2, Padding = 2 },
        filters => new ConvReference(filters, 2, 3) { StrideWidth = 2, PaddingWidth = 2 },
    ];

    private static readonly Func<LayerReference>[] _activations =
        [() => new ReluReference(), () => new TanhReference(), () => new SigmoidReference(), () => new LeakyReluReference(0.1)];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            int[] channels = [1, 6, 16, 17, 33];
            for (int i = 0; i < _pools.Length; i++)
            {
                int filters = channels[i % channels.Length], others = channels[(i + 3) % channels.Length];
                ConvReference first = _convolutions[i % _convolutions.Length](filters), second = _convolutions[(i + 2) % _convolutions.Length](others);
                yield return LayerCase.Of(MapShape.Image(1 + (i % 3), 15, 18), first, _activations[i % 4](), _pools[i]()).WithBatches(1, 2, 5);

                // Behind another layer, in front of one that reads its halo.
                yield return LayerCase.Of(
                    MapShape.Image(2, 16, 13), new ConvReference(channels[(i + 1) % 5], 3) { Padding = 1 }, second, _pools[i](), new ConvReference(3, 3) { Padding = 1 }).WithBatches(2);
            }

            // Parts of a sample for several threads, with rows that two of them need.
            foreach (int index in new[] { 0, 1, 2, 3, 9, 11 })
            {
                yield return LayerCase.Of(
                    MapShape.Image(3, 75, 64), new ConvReference(16 + index, 7) { Stride = 2, Padding = 3 }, new ReluReference(), _pools[index]()).WithBatches(1, 2);
            }

            // Inputs in groups that are computed apart, and in groups that zeros tell apart.
            foreach ((int inputs, int filters, int groups) in new[] { (32, 32, 2), (48, 48, 3), (12, 9, 3), (32, 64, 2) })
            {
                yield return LayerCase.Of(
                    MapShape.Image(2, 11, 9), new ConvReference(inputs, 1), new ConvReference(filters, 3) { Groups = groups, Padding = 1 }, new ReluReference(), _pools[groups % 3]());
            }

            foreach (LayerCase around in Around)
                yield return around;
        }
    }

    // What may stand between convolution and pool, and what may come behind; signals; windows without loops.
    private static IEnumerable<LayerCase> Around
    {
        get
        {
            MapShape image = MapShape.Image(2, 13, 14);
            yield return LayerCase.Of(
                image, new ConvReference(17, 3) { Bias = false }, new BatchNormReference(), new SigmoidReference(), new MaxPoolReference(2), new ConvReference(5, 3)).WithTolerance(3).WithBatches(2, 5);
            yield return LayerCase.Of(image, new ConvReference(6, 3), new MaxPoolReference(3) { Stride = 2 }, new TanhReference(), new DenseReference(4));
            yield return LayerCase.Of(image, new ConvReference(6, 3), new TanhReference(), new AvgPoolReference(2), new SigmoidReference(), new ConvReference(4, 1));
            yield return LayerCase.Of(image, new ConvReference(20, 3), new AvgPoolReference(2), new BatchNormReference(), new ReluReference()).WithTolerance(3);
            yield return LayerCase.Of(image, new ConvReference(20, 3), new MaxPoolReference(2), new MaxPoolReference(2), new AvgPoolReference(2));
            yield return LayerCase.Of(image, new ConvReference(5, 3) { WeightNorm = true }, new ReluReference(), new DropoutReference(0), new MaxPoolReference(2));
            // Sums: before the pool, of what the pool reads, and behind it.
            SaveReference save = new("x");
            yield return LayerCase.Of(
                image, save, new ConvReference(2, 3) { Padding = 1 }, new AddReference(save), new MaxPoolReference(3) { Stride = 1, Padding = 1 }, new ReluReference());
            save = new("x");
            yield return LayerCase.Of(
                image, new ConvReference(8, 3) { Padding = 1 }, save, new MaxPoolReference(3) { Stride = 1, Padding = 1 }, new AddReference(save));
            save = new("x");
            yield return LayerCase.Of(
                image, new ConvReference(16, 3) { Padding = 1 }, save, new ConvReference(16, 7) { Padding = 3 }, new MaxPoolReference(3) { Stride = 1, Padding = 1 },
                new AddReference(save), new ReluReference());
            save = new("x");
            yield return LayerCase.Of(
                image, new ConvReference(16, 3) { Padding = 1 }, save, new ConvReference(32, 7) { Padding = 3 }, new MaxPoolReference(3) { Stride = 1, Padding = 1 },
                new ConcatWithReference(save), new ConvReference(3, 1));
            yield return LayerCase.Of(MapShape.Signal(3, 41), new ConvReference(17, 5), new ReluReference(), new MaxPoolReference(3) { Stride = 2, Padding = 1 }).WithBatches(1, 5);
            yield return LayerCase.Of(MapShape.Signal(20, 30), new ConvReference(6, 4) { Stride = 2 }, new TanhReference(), new AvgPoolReference(2));
            yield return LayerCase.OfUnrolled(MapShape.Image(1, 13, 14), new ConvReference(6, 5) { Padding = 2 }, new ReluReference(), new MaxPoolReference(2), new ConvReference(16, 3), new MaxPoolReference(2));
        }
    }
}
