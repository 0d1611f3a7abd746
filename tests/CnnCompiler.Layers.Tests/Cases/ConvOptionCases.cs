using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Kernels, strides, paddings, dilations, groups.</summary>
public sealed class ConvOptionCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            foreach (int kernel in new[] { 1, 2, 3, 5, 7, 11 })
            {
                foreach (int stride in new[] { 1, 2, 3 })
                {
                    var conv = new ConvReference(9, kernel) { Stride = stride, Padding = kernel / 2 };
                    yield return LayerCase.Of(MapShape.Image(2, 12, 13), conv).WithBatches(2);
                    conv = new ConvReference(6, kernel) { Stride = stride };
                    yield return LayerCase.Of(MapShape.Image(2, 11, 13), new ConvReference(5, 1), conv).WithBatches(2);
                }
            }

            foreach (Func<ConvReference> option in _options)
            {
                yield return LayerCase.Of(MapShape.Image(6, 9, 10), option());
                yield return LayerCase.Of(MapShape.Image(2, 9, 10), new ConvReference(6, 1), new ReluReference(), option());
            }

            // Windows of one pixel whose pixels are copied first, for many filters, and not for few.
            foreach (int filters in new[] { 63, 64, 67 })
            {
                foreach (int width in new[] { 1, 6, 13 })
                {
                    yield return LayerCase.Of(MapShape.Image(17, 5, width), new ConvReference(filters, 1) { Stride = 2 }, new ReluReference()).WithBatches(1, 3);
                }
            }

            yield return LayerCase.Of(MapShape.Image(6, 7, 8), new ConvReference(64, 1) { StrideHeight = 3, Bias = false });
            yield return LayerCase.Of(MapShape.Image(2, 7, 8), new ConvReference(32, 1), new ReluReference(), new ConvReference(96, 1) { StrideWidth = 2, Groups = 2 }, new BatchNormReference());
            yield return LayerCase.Of(MapShape.Signal(9, 12), new ConvReference(64, 1) { Stride = 5 }).WithBatches(2);

            yield return Grouped(16, 32, 2);
            yield return Grouped(32, 32, 2);
            yield return Grouped(8, 8, 8);
            yield return Grouped(12, 4, 4);
            yield return Grouped(33, 33, 33);
            yield return Grouped(20, 40, 4);
            yield return Grouped(64, 32, 2);

            // Several groups that together are whole blocks.
            yield return Grouped(32, 32, 8);
            yield return Grouped(48, 96, 6);
            yield return Grouped(64, 32, 16);
            yield return Grouped(24, 48, 3);

            yield return LayerCase.Of(MapShape.Image(3, 8, 8), new ConvReference(5, 3) { Frozen = true }, new ConvReference(4, 3));
            yield return LayerCase.Of(MapShape.Image(3, 8, 8), new ConvReference(5, 3), new ConvReference(4, 3) { Frozen = true });
            yield return LayerCase.Of(MapShape.Image(3, 8, 8), new ConvReference(5, 3) { Name = "features.0" }, new ConvReference(4, 3));
        }
    }

    private static readonly Func<ConvReference>[] _options =
    [
        () => new ConvReference(7, 3) { Bias = false },
        () => new ConvReference(7, 3) { Padding = 2 },
        () => new ConvReference(7, 3) { Padding = 4 },
        () => new ConvReference(7, 5) { Padding = 1, Stride = 3 },
        () => new ConvReference(7, 3) { PaddingHeight = 2, PaddingWidth = 1 },
        () => new ConvReference(7, 3) { PaddingWidth = 3 },
        () => new ConvReference(7, 3) { StrideHeight = 2 },
        () => new ConvReference(7, 3) { StrideWidth = 2, Padding = 1 },
        () => new ConvReference(7, 3) { StrideHeight = 3, StrideWidth = 2 },
        () => new ConvReference(7, 3) { Dilation = 2 },
        () => new ConvReference(7, 3) { Dilation = 3, Padding = 3 },
        () => new ConvReference(7, 3) { Dilation = 2, Stride = 2, Padding = 2 },
        () => new ConvReference(7, 2) { Dilation = 4, Stride = 3, Padding = 1 },
        () => new ConvReference(9, 3) { Groups = 3 },
        () => new ConvReference(9, 3) { Groups = 3, Stride = 2, Padding = 1 },
        () => new ConvReference(12, 3) { Groups = 6, Dilation = 2, Padding = 2 },
        () => new ConvReference(4, 3) { Groups = 2, Bias = false, Padding = 1 },
        () => new ConvReference(7, 3) { Same = true },
        () => new ConvReference(7, 4) { Same = true },
        () => new ConvReference(7, 2) { Same = true, Dilation = 3 },
        () => new ConvReference(7, 1, 7),
        () => new ConvReference(7, 7, 1),
        () => new ConvReference(7, 2, 3) { Stride = 2 },
        () => new ConvReference(7, 3, 5) { Padding = 2 },
        () => new ConvReference(7, 9, 10),
        () => new ConvReference(7, 1) { Padding = 1 },
        () => new ConvReference(7, 2) { Stride = 3, Padding = 1 },
        () => new ConvReference(7, 1) { Stride = 2, Padding = 1 },
    ];

    private static LayerCase Grouped(int channels, int filters, int groups) =>
        LayerCase.Of(
            MapShape.Image(2, 6, 7), new ConvReference(channels, 1), new ConvReference(filters, 3) { Groups = groups, Padding = 1 }).WithBatches(2);
}
