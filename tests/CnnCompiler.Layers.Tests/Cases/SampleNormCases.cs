using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Normalisations of each sample, as the first layer, behind and before others.</summary>
public sealed class SampleNormCases : ILayerCases
{
    private static readonly Func<LayerReference>[] _norms =
    [
        () => new LayerNormReference(),
        () => new LayerNormReference { Affine = false, Epsilon = 0.01 },
        () => new InstanceNormReference(),
        () => new InstanceNormReference { Affine = true },
        () => new GroupNormReference(1),
        () => new GroupNormReference(1) { Affine = false },
        () => new PositionalNormReference(),
        () => new PositionalNormReference { Affine = false },
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            int[] channels = [2, 3, 16, 17, 33, 50];
            for (int i = 0; i < _norms.Length; i++)
            {
                foreach (int count in new[] { channels[i % channels.Length], channels[(i + 3) % channels.Length] })
                {
                    yield return LayerCase.Of(MapShape.Image(count, 4, 5), _norms[i]());
                    yield return LayerCase.Of(MapShape.Signal(count, 9), _norms[i]());
                    if (_norms[i]() is not InstanceNormReference)
                        yield return LayerCase.Of(MapShape.Features(count + 1), _norms[i]()).WithBatches(2, 5);
                    yield return LayerCase.Of(
                        MapShape.Image(2, 5, 6), new ConvReference(count, 3), new ReluReference(), _norms[i](), new TanhReference(), new ConvReference(3, 3) { Padding = 1 });
                }
            }

            foreach ((int count, int groups) in new[] { (6, 2), (6, 3), (16, 4), (20, 2), (34, 2), (51, 3), (40, 40), (96, 4), (33, 11) })
            {
                yield return LayerCase.Of(MapShape.Image(count, 3, 4), new GroupNormReference(groups));
                yield return LayerCase.Of(MapShape.Image(2, 5, 6), new ConvReference(count, 3) { Bias = false }, new GroupNormReference(groups), new ReluReference(), new DenseReference(3));
            }

            // More pixels than a strip; rows with a border.
            yield return LayerCase.Of(MapShape.Image(3, 23, 29), new LayerNormReference(), new ConvReference(2, 3) { Padding = 1 });
            yield return LayerCase.Of(MapShape.Image(3, 2, 300), new ConvReference(5, 3) { Padding = 1 }, new GroupNormReference(5), new ConvReference(2, 3) { Padding = 1 });
            yield return LayerCase.Of(MapShape.Image(3, 4, 5), new GroupNormReference(3) { Frozen = true }, new ConvReference(2, 3));
            yield return LayerCase.Of(MapShape.Image(3, 4, 5), new ConvReference(2, 3), new LayerNormReference { Frozen = true });
            yield return LayerCase.Of(MapShape.Image(3, 4, 5), new PositionalNormReference { Frozen = true }, new ConvReference(2, 3));
            yield return LayerCase.Of(MapShape.Image(3, 4, 5), new ConvReference(20, 3), new SigmoidReference(), new LayerNormReference(), new SigmoidReference(), new DenseReference(2)).WithBatches(1, 17);
        }
    }
}
