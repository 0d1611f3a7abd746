using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Convolutions of all channel counts and widths about the register tiles.</summary>
public sealed class ConvSizeCases : ILayerCases
{
    // Tiles take 3 pixels (portable), 6 (AVX2), 14 or 28 (AVX-512).
    private static readonly int[] _widths = [1, 2, 3, 5, 6, 7, 11, 12, 13, 14, 15, 27, 28, 29];

    private static readonly int[] _channels = [1, 3, 5, 6, 7, 8, 15, 16, 17, 31, 32, 33, 48, 64];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            for (int i = 0; i < _widths.Length; i++)
            {
                // As the first layer, which reads rows of pixels, and behind another one, which reads blocks of channels.
                int filters = _channels[(i * 5) % _channels.Length];
                yield return LayerCase.Of(MapShape.Image(3, 4, _widths[i] + 2), new ConvReference(filters, 3));
                yield return LayerCase.Of(MapShape.Image(2, 4, _widths[i] + 2), new ConvReference(17, 1), new ConvReference(filters, 3));
            }

            for (int i = 0; i < _channels.Length; i++)
            {
                int filters = _channels[((i * 3) + 4) % _channels.Length];
                yield return LayerCase.Of(MapShape.Image(_channels[i], 4, 7), new ConvReference(filters, 3) { Padding = 1 });
                yield return LayerCase.Of(
                    MapShape.Image(2, 5, 6), new ConvReference(_channels[i], 1), new ConvReference(filters, 3) { Padding = 1 }).WithBatches(2);
            }

            // Windows that reach beyond the map, whose zeros are left out: rows of outputs that are one tile, forward and backward; windows larger than the map.
            foreach ((int kernel, int stride, int dilation, int padding) in new[] { (3, 1, 1, 1), (3, 2, 1, 1), (3, 1, 2, 2), (5, 1, 1, 2), (5, 2, 1, 4), (7, 1, 1, 3), (3, 3, 1, 2) })
            {
                yield return LayerCase.Of(MapShape.Image(2, 6, 6), new ConvReference(20, 1), Window(6, padding)).WithBatches(2);
                yield return LayerCase.Of(MapShape.Image(2, 7, 5), new ConvReference(5, 1), Window(33, padding)).WithBatches(3);
                yield return LayerCase.Of(MapShape.Image(2, 14, 14), new ConvReference(8, 1), Window(7, padding - 1)).WithBatches(2);

                ConvReference Window(int filters, int zeros) => new(filters, kernel) { Stride = stride, Dilation = dilation, Padding = zeros };
            }

            // So many window columns that a tile cannot write them out.
            yield return LayerCase.Of(MapShape.Signal(8, 256), new ConvReference(16, 128) { Stride = 64, Padding = 64 }).WithBatches(2);
            yield return LayerCase.Of(MapShape.Image(2, 3, 2), new ConvReference(6, 1), new ConvReference(5, 7) { Padding = 3 }).WithBatches(2);
            yield return LayerCase.Of(MapShape.Image(2, 2, 3), new ConvReference(17, 1), new ConvReference(6, 5) { Padding = 4 }).WithBatches(2);
            yield return LayerCase.Of(MapShape.Image(48, 6, 6), new ConvReference(64, 1), new ConvReference(48, 1));
            yield return LayerCase.Of(MapShape.Image(3, 9, 10), new ConvReference(20, 3)).WithBatches(1, 2, 5, 7, 13, 64);
            yield return LayerCase.Of(
                MapShape.Image(2, 8, 9), new ConvReference(18, 3) { Padding = 1 }, new ReluReference(), new ConvReference(7, 3)).WithBatches(1, 2, 5, 7, 13, 64);
        }
    }
}
