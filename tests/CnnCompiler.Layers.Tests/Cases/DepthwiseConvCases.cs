using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Depthwise convolutions: widths about the register tiles, options, multipliers.</summary>
public sealed class DepthwiseConvCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            MapShape image = MapShape.Image(5, 9, 10), signal = MapShape.Signal(19, 23);
            foreach (int width in new[] { 1, 4, 11, 12, 13, 28, 29 })
                yield return LayerCase.Of(MapShape.Image(17, 3, width), new DepthwiseConvReference(3) { Padding = 1 });
            foreach (int kernel in new[] { 1, 2, 3, 5, 7 })
            {
                foreach (int stride in new[] { 1, 2, 3 })
                    yield return LayerCase.Of(image, new ConvReference(18, 1), new ReluReference(), new DepthwiseConvReference(kernel) { Stride = stride, Padding = kernel / 2 }).WithBatches(2);
            }

            foreach (int kernel in new[] { 1, 4, 16, 17, 23 })
                yield return LayerCase.Of(signal, new DepthwiseConvReference(kernel) { Stride = kernel == 4 ? 3 : 1 });
            yield return LayerCase.Of(image, new DepthwiseConvReference(3) { Bias = false, Dilation = 2, Padding = 3 });
            yield return LayerCase.Of(image, new DepthwiseConvReference(3) { Dilation = 2, Stride = 2, Padding = 1 });
            yield return LayerCase.Of(image, new DepthwiseConvReference(4) { Same = true });
            yield return LayerCase.Of(signal, new DepthwiseConvReference(3) { Causal = true, Dilation = 4 });
            yield return LayerCase.Of(signal, new DepthwiseConvReference(3) { Causal = true, Stride = 2, Multiplier = 2 });
            foreach (int multiplier in new[] { 2, 3, 4, 16 })
            {
                yield return LayerCase.Of(image, new DepthwiseConvReference(3) { Multiplier = multiplier, Stride = 2, Padding = 1 });
                yield return LayerCase.Of(image, new ConvReference(18, 1), new TanhReference(), new DepthwiseConvReference(3) { Multiplier = multiplier });
            }

            yield return LayerCase.Of(MapShape.Image(40, 6, 7), new DepthwiseConvReference(3) { Multiplier = 3, Bias = false });
            yield return LayerCase.Of(MapShape.Image(144, 5, 5), new DepthwiseConvReference(3)).WithBatches(2);
            yield return LayerCase.Of(image, new DepthwiseConvReference(3) { WeightNorm = true, Multiplier = 2 });
            yield return LayerCase.Of(image, new ConvReference(6, 1), new DepthwiseConvReference(3) { Frozen = true }, new ConvReference(4, 1));
            yield return LayerCase.Of(image, new DepthwiseConvReference(3) { Bias = false }, new BatchNormReference(), new ReluReference(), new ConvReference(7, 1)).WithBatches(4, 13);
            yield return LayerCase.Of(image, new DepthwiseConvReference(3), new SigmoidReference(), new DepthwiseConvReference(3) { Name = "dw" }, new BatchNormReference()).WithBatches(4);
        }
    }
}
