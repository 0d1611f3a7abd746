using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Pools with windows and over all positions, as the first layer and behind a convolution.</summary>
public sealed class PoolCases : ILayerCases
{
    private static readonly Func<LayerReference>[] _windows =
    [
        () => new MaxPoolReference(2),
        () => new MaxPoolReference(3),
        () => new MaxPoolReference(3) { Stride = 2 },
        () => new MaxPoolReference(3) { Stride = 1, Padding = 1 },
        () => new MaxPoolReference(3) { Stride = 2, Padding = 1, CeilMode = true },
        () => new MaxPoolReference(2) { CeilMode = true },
        () => new MaxPoolReference(3) { Stride = 2, CeilMode = true },
        () => new MaxPoolReference(2) { Stride = 3 },
        () => new MaxPoolReference(2) { Dilation = 2, Stride = 1 },
        () => new MaxPoolReference(3) { Dilation = 2, Stride = 2, Padding = 1 },
        () => new MaxPoolReference(1),
        () => new MaxPoolReference(5) { Stride = 1, Padding = 2 },
        () => new AvgPoolReference(2),
        () => new AvgPoolReference(3),
        () => new AvgPoolReference(3) { Stride = 2 },
        () => new AvgPoolReference(3) { Stride = 1, Padding = 1 },
        () => new AvgPoolReference(3) { Stride = 2, Padding = 1, CountIncludePad = false },
        () => new AvgPoolReference(3) { Stride = 2, Padding = 1, CeilMode = true },
        () => new AvgPoolReference(3) { Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = false },
        () => new AvgPoolReference(2) { CeilMode = true },
        () => new AvgPoolReference(4) { Stride = 3, CeilMode = true, Padding = 1 },
        () => new AvgPoolReference(2) { Stride = 3 },
        () => new GlobalAvgPoolReference(),
        () => new GlobalMaxPoolReference(),
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            int[] channels = [1, 3, 16, 17, 33];
            for (int i = 0; i < _windows.Length; i++)
            {
                int count = channels[i % channels.Length];
                yield return LayerCase.Of(MapShape.Image(count, 9, 12), _windows[i]());
                bool isGlobal = _windows[i]() is GlobalAvgPoolReference or GlobalMaxPoolReference;
                LayerReference next = isGlobal ? new DenseReference(5) : new ConvReference(5, 1);
                yield return LayerCase.Of(MapShape.Image(2, 10, 8), new ConvReference(channels[(i + 2) % 5], 1), _windows[i](), next);
                yield return LayerCase.Of(MapShape.Signal(count, 14), _windows[i]());
            }

            MapShape image = MapShape.Image(2, 13, 14);
            foreach (int index in new[] { 0, 2, 3, 12, 15, 22, 23 })
            {
                yield return LayerCase.Of(image, new ConvReference(18, 3), new ReluReference(), _windows[index](), new DenseReference(4)).WithBatches(1, 5);
                yield return LayerCase.Of(image, _windows[index](), new TanhReference());
            }

            yield return LayerCase.Of(image, new MaxPoolReference(2), new AvgPoolReference(2), new ConvReference(3, 3) { Padding = 1 });
            yield return LayerCase.Of(image, new ConvReference(5, 3) { Padding = 1 }, new MaxPoolReference(3) { Stride = 2 }, new ConvReference(7, 3) { Padding = 1 });
        }
    }
}
