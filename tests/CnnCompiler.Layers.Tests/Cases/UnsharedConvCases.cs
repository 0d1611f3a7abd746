using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Locally connected and tiled convolutions.</summary>
public sealed class UnsharedConvCases : ILayerCases
{
    private static readonly Func<int, LayerReference>[] _layers =
    [
        filters => new LocallyConnectedReference(filters, 3),
        filters => new LocallyConnectedReference(filters, 2) { Stride = 2, Padding = 1 },
        filters => new LocallyConnectedReference(filters, 3) { Padding = 2, Bias = false },
        filters => new LocallyConnectedReference(filters, 1) { Stride = 2 },
        filters => new LocallyConnectedReference(filters, 4) { Stride = 3, Padding = 1 },
        filters => new TiledConvReference(filters, 3, 1) { Padding = 1 },
        filters => new TiledConvReference(filters, 3, 2),
        filters => new TiledConvReference(filters, 3, 3) { Stride = 2, Padding = 1, Bias = false },
        filters => new TiledConvReference(filters, 2, 2) { Stride = 3 },
        filters => new TiledConvReference(filters, 3, 4) { Padding = 2 },
        filters => new TiledConvReference(filters, 3, 20),
        filters => new TiledConvReference(filters, 5, 2) { Stride = 2, Padding = 4 },
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            int[] channels = [1, 3, 16, 17, 33];
            for (int i = 0; i < _layers.Length; i++)
            {
                int inputs = channels[i % 5], filters = channels[(i + 2) % 5];
                yield return LayerCase.Of(MapShape.Image(inputs, 6, 7), _layers[i](filters)).WithBatches(1, 7);
                yield return LayerCase.Of(MapShape.Image(2, 5, 6), _layers[i](3)).WithBatches(3);
                yield return LayerCase.Of(MapShape.Signal(filters, 13), _layers[i](inputs));
                yield return LayerCase.Of(
                    MapShape.Image(2, 7, 6), new ConvReference(filters, 1), new TanhReference(), _layers[i](inputs), new ReluReference(), new DenseReference(3)).WithBatches(2, 9);
            }

            MapShape image = MapShape.Image(3, 6, 7);
            yield return LayerCase.Of(image, new LocallyConnectedReference(40, 3), new SigmoidReference(), new ConvReference(3, 3) { Padding = 1 });
            yield return LayerCase.Of(image, new TiledConvReference(40, 3, 2) { Padding = 1 }, new SigmoidReference(), new TiledConvReference(34, 3, 2) { Padding = 1 });
            yield return LayerCase.Of(image, new LocallyConnectedReference(4, 3) { Frozen = true }, new ConvReference(3, 3));
            yield return LayerCase.Of(image, new ConvReference(3, 3), new TiledConvReference(4, 3, 2) { Frozen = true });
            yield return LayerCase.Of(MapShape.Signal(2, 70), new TiledConvReference(5, 3, 2));
        }
    }
}
