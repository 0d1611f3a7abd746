using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>
/// 3x3 and 5x5 convolutions of stride 1 about the sizes of Winograd tiles: maps of whole tiles and of any part of one, chunks of one and of several
/// samples, paddings, epilogues, odd numbers of channel blocks. Maps that are too small for tiles take the direct kernels.
/// </summary>
public sealed class WinogradCases : ILayerCases
{
    private static readonly int[] _sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17];

    // Training takes tiles where a sample has some of them, and its weight gradients where it has many.
    private static readonly (int Height, int Width)[] _trainingMaps = [(13, 16), (14, 13), (15, 17), (16, 14), (17, 15), (25, 32), (28, 25), (30, 27), (31, 29), (26, 28)];

    private static readonly int[] _channels = [16, 17, 31, 32, 48];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            for (int i = 0; i < _sizes.Length; i++)
            {
                // Heights and widths pair up differently; behind a 1x1 convolution with an activation, whose derivative the gradient applies.
                int height = _sizes[i], width = _sizes[((i * 3) + 5) % _sizes.Length], padding = i % 3;
                int inputs = _channels[i % _channels.Length], outputs = _channels[((i * 2) + 1) % _channels.Length];
                yield return LayerCase.Of(
                    MapShape.Image(2, height + 2, width + 2), new ConvReference(inputs, 1), new TanhReference(),
                    new ConvReference(outputs, 3) { Padding = padding }).WithTolerance(4).WithBatches(1, 2, 5);
            }

            for (int i = 0; i < _trainingMaps.Length; i++)
            {
                (int height, int width) = _trainingMaps[i];
                int inputs = _channels[i % _channels.Length], outputs = _channels[((i * 2) + 1) % _channels.Length], padding = i % 3;
                yield return LayerCase.Of(
                    MapShape.Image(2, height + 2 - (2 * padding), width + 2 - (2 * padding)), new ConvReference(inputs, 1), new TanhReference(),
                    new ConvReference(outputs, 3) { Padding = padding }).WithTolerance(4).WithBatches(1, 3);
            }

            // Few tiles a sample, in chunks over samples.
            foreach (int size in new[] { 5, 7, 8, 10 })
            {
                yield return LayerCase.Of(
                    MapShape.Image(2, size, size + 1), new ConvReference(16, 1), new TanhReference(), new ConvReference(17, 3) { Padding = 1 }).WithTolerance(4).WithBatches(1, 11, 64);
            }

            // 5x5 windows: fewer channels than a block, half a block, several; tiles whole and cut, also few of them.
            foreach ((int inputs, int outputs, int height, int width, int padding) in new[]
            {
                (6, 16, 14, 14, 0), (6, 16, 9, 11, 2), (16, 6, 13, 8, 1), (5, 8, 16, 15, 2), (7, 9, 17, 12, 3), (17, 33, 12, 13, 2), (32, 16, 27, 27, 2), (48, 17, 7, 6, 2),
                (16, 48, 8, 21, 4), (24, 40, 30, 9, 0), (17, 33, 8, 11, 0), (48, 17, 4, 7, 2), (48, 48, 6, 6, 2), (32, 32, 8, 8, 0),
            })
            {
                yield return LayerCase.Of(
                    MapShape.Image(2, height, width), new ConvReference(inputs, 1), new TanhReference(), new ConvReference(outputs, 5) { Padding = padding })
                    .WithTolerance(4).WithBatches(1, 3, 19);
            }

            // 3x3 windows on larger maps, also from and to few channels.
            foreach ((int inputs, int outputs, int height, int width) in new[] { (16, 32, 36, 48), (48, 16, 60, 41), (8, 7, 33, 40), (5, 24, 47, 30), (8, 48, 29, 31), (48, 8, 30, 33), (8, 64, 16, 21), (64, 6, 18, 17) })
            {
                yield return LayerCase.Of(
                    MapShape.Image(2, height, width), new ConvReference(inputs, 1), new TanhReference(), new ConvReference(outputs, 3) { Padding = 1 }, new ReluReference())
                    .WithTolerance(4).WithBatches(1, 2);
            }

            // Alone; the first layer's input gradient is the caller's.
            yield return LayerCase.Of(MapShape.Image(48, 7, 7), new ConvReference(48, 3) { Padding = 1, Bias = false }).WithTolerance(4).WithBatches(2, 13);

            // Whole rows of tiles, and chunks of a part of a sample.
            yield return LayerCase.Of(
                MapShape.Image(1, 40, 37), new ConvReference(16, 3), new ReluReference(), new ConvReference(16, 3) { Padding = 2 }).WithTolerance(4).WithBatches(1, 2);

            // Folded norm, activations that do not keep zero, a residual: all epilogues.
            yield return LayerCase.Of(
                MapShape.Image(3, 10, 9), new ConvReference(20, 1), new ConvReference(33, 3) { Padding = 1, Bias = false }, new BatchNormReference(), new SigmoidReference(),
                new ConvReference(17, 3), new ReluReference(), new AvgPoolReference(2)).WithTolerance(8).WithBatches(2, 5);
        }
    }
}
