using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Local response and contrast normalisation.</summary>
public sealed class ResponseNormCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            foreach (int channels in new[] { 1, 3, 16, 17, 33, 70 })
            {
                yield return LayerCase.Of(MapShape.Image(channels, 3, 4), new LocalResponseNormReference(5) { Alpha = 0.8, K = 2 });
                yield return LayerCase.Of(MapShape.Signal(channels, 5), new LocalResponseNormReference(4) { Alpha = 1.2, Beta = 0.6, K = 1.5 });
                yield return LayerCase.Of(MapShape.Features(channels), new LocalResponseNormReference(3) { Alpha = 0.5 });
                yield return LayerCase.Of(
                    MapShape.Image(2, 6, 7), new ConvReference(channels, 3), new ReluReference(), new LocalResponseNormReference(5) { Alpha = 0.5, K = 2 }, new MaxPoolReference(2), new DenseReference(3));
                yield return LayerCase.Of(MapShape.Image(Math.Min(channels, 40), 6, 7), new ContrastNormReference(3) { Epsilon = 0.01 });
                yield return LayerCase.Of(
                    MapShape.Image(2, 7, 9), new ConvReference(channels, 3), new TanhReference(), new ContrastNormReference(5) { Epsilon = 0.1 }, new SigmoidReference(), new ConvReference(3, 3) { Padding = 1 });
            }

            foreach (double beta in new[] { 0.0, 0.25, 0.5, 0.75, 1.0, 1.3 })
                yield return LayerCase.Of(MapShape.Image(6, 3, 4), new LocalResponseNormReference(3) { Alpha = 0.9, Beta = beta });
            foreach (int size in new[] { 1, 2, 6, 11, 14, 25, 200 })
                yield return LayerCase.Of(MapShape.Image(20, 2, 3), new LocalResponseNormReference(size) { Alpha = 0.9 });
            foreach (int size in new[] { 1, 5, 7, 9, 31 })
                yield return LayerCase.Of(MapShape.Image(2, 5, 18), new ContrastNormReference(size) { Epsilon = 0.02 });
            yield return LayerCase.Of(MapShape.Image(8, 5, 5), new LocalResponseNormReference(5));
        }
    }
}
