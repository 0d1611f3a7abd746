using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Layers that move values: reshaping, padding, upsampling, maxout, sums over positions.</summary>
public sealed class LayoutCases : ILayerCases
{
    private static readonly Func<LayerReference>[] _maps =
    [
        () => new ZeroPadReference(1),
        () => new ZeroPadReference(3),
        () => new ZeroPadReference(0),
        () => new UpsampleReference(1),
        () => new UpsampleReference(2),
        () => new UpsampleReference(3),
        () => new UpsampleReference(2) { Bilinear = true },
        () => new UpsampleReference(3) { Bilinear = true },
        () => new UpsampleReference(4) { Bilinear = true },
        () => new UpsampleReference(5) { Bilinear = true },
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            int[] channels = [1, 3, 16, 17, 33];
            for (int i = 0; i < _maps.Length; i++)
            {
                int count = channels[i % 5];
                yield return LayerCase.Of(MapShape.Image(count, 4, 3), _maps[i]());
                yield return LayerCase.Of(MapShape.Signal(count, 5), _maps[i](), new TanhReference());
                yield return LayerCase.Of(MapShape.Image(2, 5, 6), new ConvReference(channels[(i + 2) % 5], 3), new ReluReference(), _maps[i](), new ConvReference(4, 3) { Padding = 1 });
                yield return LayerCase.Of(MapShape.Image(2, 1, 3), _maps[i](), new SigmoidReference());
                yield return LayerCase.Of(MapShape.Image(17, 3, 1), _maps[i]());
            }

            yield return LayerCase.Of(MapShape.Features(12), new MaxoutReference(3));
            yield return LayerCase.Of(MapShape.Features(102), new MaxoutReference(6)).WithBatches(1, 7);
            yield return LayerCase.Of(MapShape.Features(40), new MaxoutReference(1), new MaxoutReference(40));
            yield return LayerCase.Of(MapShape.Signal(66, 5), new MaxoutReference(2));
            yield return LayerCase.Of(MapShape.Image(34, 3, 4), new MaxoutReference(2), new TanhReference());
            yield return LayerCase.Of(MapShape.Image(2, 5, 6), new ConvReference(51, 3), new SigmoidReference(), new MaxoutReference(3), new ConvReference(4, 3) { Padding = 1 });
            yield return LayerCase.Of(MapShape.Features(9), new DenseReference(48), new MaxoutReference(3), new DenseReference(4));

            yield return LayerCase.Of(MapShape.Features(24), new ReshapeReference(2, 3, 4), new ConvReference(3, 2), new ReshapeReference(3, 6), new ConvReference(2, 3));
            yield return LayerCase.Of(MapShape.Image(18, 2, 3), new ReshapeReference(3, 4, 9));
            yield return LayerCase.Of(MapShape.Signal(5, 12), new ReshapeReference(60), new ReluReference());
            yield return LayerCase.Of(MapShape.Image(2, 6, 6), new ConvReference(34, 3), new TanhReference(), new ReshapeReference(17, 32), new SigmoidReference());
            yield return LayerCase.Of(MapShape.Image(3, 4, 5), new ReshapeReference(60, 1, 1), new ReshapeReference(60), new DenseReference(4)).WithBatches(1, 7);

            foreach (int count in channels)
            {
                yield return LayerCase.Of(MapShape.Image(count, 7, 5), new GlobalSumPoolReference());
                yield return LayerCase.Of(MapShape.Signal(count, 40), new GlobalSumPoolReference());
                yield return LayerCase.Of(MapShape.Image(2, 6, 7), new ConvReference(count, 3), new ReluReference(), new GlobalSumPoolReference(), new DenseReference(5)).WithTolerance(3);
            }
        }
    }
}
