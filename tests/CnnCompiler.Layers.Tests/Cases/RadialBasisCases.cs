using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Squared distances of features, signals and images to vectors.</summary>
public sealed class RadialBasisCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            foreach (int inputs in new[] { 1, 3, 16, 17, 33 })
            {
                foreach (int units in new[] { 1, 5, 16, 18, 32 })
                    yield return LayerCase.Of(MapShape.Features(inputs), new RadialBasisReference(units)).WithBatches(1, 4, 7);
                yield return LayerCase.Of(MapShape.Signal(inputs, 3), new RadialBasisReference(4));
                yield return LayerCase.Of(MapShape.Image(inputs, 2, 3), new RadialBasisReference(20)).WithBatches(2, 9);
                yield return LayerCase.Of(
                    MapShape.Image(2, 4, 5), new ConvReference(inputs, 3) { Padding = 1 }, new SigmoidReference(), new RadialBasisReference(6), new DenseReference(2));
            }

            yield return LayerCase.Of(MapShape.Features(9), new DenseReference(20), new TanhReference(), new RadialBasisReference(5) { Frozen = true });
            yield return LayerCase.Of(MapShape.Image(3, 2, 3), new FlattenReference(), new RadialBasisReference(5), new ReluReference());
        }
    }
}
