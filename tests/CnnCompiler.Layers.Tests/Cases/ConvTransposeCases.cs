using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Transposed convolutions: strides, paddings, dilations, groups.</summary>
public sealed class ConvTransposeCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            MapShape image = MapShape.Image(5, 4, 6), signal = MapShape.Signal(19, 11);
            foreach (int kernel in new[] { 1, 2, 3, 4, 5 })
            {
                foreach (int stride in new[] { 1, 2, 3 })
                {
                    yield return LayerCase.Of(image, new ConvTransposeReference(7, kernel) { Stride = stride, Padding = (kernel - 1) / 2 });
                    yield return LayerCase.Of(signal, new ReluReference(), new ConvTransposeReference(18, kernel) { Stride = stride, OutputPadding = stride - 1 }).WithBatches(2);
                }
            }

            yield return LayerCase.Of(image, new ConvTransposeReference(4, 3) { Dilation = 2, Padding = 1 });
            yield return LayerCase.Of(image, new ConvTransposeReference(4, 3) { Dilation = 2, Stride = 2, Padding = 1, OutputPadding = 1 });
            yield return LayerCase.Of(image, new ConvTransposeReference(4, 3) { Dilation = 3, Stride = 2, OutputPadding = 2, Bias = false });
            yield return LayerCase.Of(image, new ConvTransposeReference(4, 2) { Dilation = 4, Stride = 1, OutputPadding = 3 });
            yield return LayerCase.Of(MapShape.Image(3, 1, 1), new ConvTransposeReference(18, 4));
            yield return LayerCase.Of(MapShape.Image(6, 3, 4), new ConvTransposeReference(4, 3) { Groups = 2, Stride = 2 });
            yield return LayerCase.Of(MapShape.Image(2, 3, 4), new ConvReference(32, 1), new TanhReference(), new ConvTransposeReference(64, 3) { Groups = 2, Padding = 1 }).WithBatches(2);
            yield return LayerCase.Of(MapShape.Image(2, 3, 4), new ConvReference(33, 1), new ReluReference(), new ConvTransposeReference(33, 2) { Groups = 33, Stride = 2 }).WithBatches(2);
            yield return LayerCase.Of(MapShape.Image(2, 5, 5), new ConvReference(9, 1), new ReluReference(), new ConvTransposeReference(20, 1)).WithBatches(2);
            yield return LayerCase.Of(image, new ConvTransposeReference(4, 3) { Frozen = true }, new ReluReference(), new ConvReference(3, 3));
            yield return LayerCase.Of(
                image, new ConvReference(20, 3) { Padding = 1 }, new ReluReference(), new ConvTransposeReference(17, 4) { Stride = 2, Padding = 1, Bias = false },
                new BatchNormReference(), new ReluReference(), new ConvTransposeReference(3, 2) { Stride = 2, Name = "up" }, new SigmoidReference()).WithBatches(3, 5);
        }
    }
}
