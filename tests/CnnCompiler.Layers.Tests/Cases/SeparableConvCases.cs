using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Separable convolutions, and what is fused behind them.</summary>
public sealed class SeparableConvCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            MapShape image = MapShape.Image(5, 9, 10), signal = MapShape.Signal(19, 23);
            yield return LayerCase.Of(image, new SeparableConvReference(7, 3));
            yield return LayerCase.Of(image, new SeparableConvReference(33, 3) { Padding = 1, Stride = 2 });
            yield return LayerCase.Of(image, new SeparableConvReference(7, 5) { Same = true, Bias = false });
            yield return LayerCase.Of(image, new SeparableConvReference(7, 3) { Dilation = 2, Padding = 2 });
            yield return LayerCase.Of(signal, new SeparableConvReference(7, 3) { Causal = true, Dilation = 2 });
            yield return LayerCase.Of(signal, new SeparableConvReference(20, 4) { Stride = 3 });
            yield return LayerCase.Of(image, new SeparableConvReference(7, 3) { Frozen = true }, new SeparableConvReference(3, 3));
            yield return LayerCase.Of(
                image, new SeparableConvReference(20, 3) { Padding = 1, Bias = false }, new BatchNormReference(), new ReluReference(), new SeparableConvReference(9, 3) { Name = "stem" },
                new ReluReference(), new GlobalAvgPoolReference(), new DenseReference(4)).WithBatches(4, 13);
        }
    }
}
