using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Batch normalisation of features, signals and images.</summary>
public sealed class BatchNormCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            foreach (int channels in new[] { 1, 3, 16, 17, 33 })
            {
                yield return LayerCase.Of(MapShape.Features(channels), new BatchNormReference()).WithBatches(5, 13);
                yield return LayerCase.Of(MapShape.Signal(channels, 7), new BatchNormReference()).WithBatches(1, 2);
                yield return LayerCase.Of(MapShape.Image(channels, 4, 5), new BatchNormReference()).WithBatches(1, 7);
                yield return LayerCase.Of(
                    MapShape.Image(2, 5, 6), new ConvReference(channels, 3) { Bias = false }, new BatchNormReference(), new ReluReference(), new ConvReference(6, 3)).WithBatches(3, 5);
            }

            MapShape image = MapShape.Image(3, 7, 8);
            yield return LayerCase.Of(image, new BatchNormReference { Affine = false });
            yield return LayerCase.Of(image, new BatchNormReference { Epsilon = 0.01, Momentum = 0.3 });
            yield return LayerCase.Of(image, new BatchNormReference { Frozen = true }, new ConvReference(4, 3));
            yield return LayerCase.Of(image, new ConvReference(4, 3), new BatchNormReference(), new TanhReference()).WithBatches(2, 64);
            yield return LayerCase.Of(image, new ConvReference(4, 3), new ReluReference(), new BatchNormReference(), new MaxPoolReference(2));
            yield return LayerCase.Of(image, new ConvReference(20, 3), new BatchNormReference(), new MaxPoolReference(2), new DenseReference(4));
            yield return LayerCase.Of(image, new ConvReference(20, 3) { Bias = false }, new BatchNormReference { Affine = false }, new LeakyReluReference(0.1), new GlobalAvgPoolReference());
            yield return LayerCase.Of(MapShape.Features(9), new DenseReference(20) { Bias = false }, new BatchNormReference(), new ReluReference(), new DenseReference(4)).WithBatches(5, 7);

            // The second one undoes the gain of the first, whose gradient is what rounding leaves of a difference.
            yield return LayerCase.Of(image, new ConvReference(4, 3), new BatchNormReference(), new BatchNormReference()).WithTolerance(20);
            yield return LayerCase.Of(image, new MaxPoolReference(2), new BatchNormReference(), new FlattenReference(), new DenseReference(3));
            yield return LayerCase.Of(image, new ConvReference(6, 3) { Groups = 3, Bias = false }, new BatchNormReference(), new SigmoidReference());
        }
    }
}
