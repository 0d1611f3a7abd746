using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Further activations and layers with parameters per channel, as the first layer, behind other layers, and before others.</summary>
public sealed class ElementwiseCases : ILayerCases
{
    private static readonly Func<LayerReference>[] _layers =
    [
        () => new PReluReference(),
        () => new PReluReference { PerChannel = false },
        () => new EluReference(),
        () => new EluReference(1.5),
        () => new EluReference(-0.5),
        () => new SeluReference(),
        () => new GeluReference(),
        () => new SiluReference(),
        () => new SoftplusReference(),
        () => new SquareReference(),
        () => new ThresholdReference(),
        () => new ChannelScaleReference(),
        () => new ChannelScaleReference { Bias = false },
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            int[] channels = [1, 3, 16, 17, 33, 7, 10, 31];
            for (int i = 0; i < _layers.Length; i++)
            {
                Func<LayerReference> layer = _layers[i];
                int count = channels[i % 8];
                yield return LayerCase.Of(MapShape.Features(channels[(i + 1) % 8]), layer()).WithBatches(1, 5, 13);
                yield return LayerCase.Of(MapShape.Signal(channels[(i + 3) % 8], 7), layer());
                yield return LayerCase.Of(MapShape.Image(channels[(i + 5) % 8], 3, 5), layer()).WithBatches(1, 7);
                yield return LayerCase.Of(MapShape.Image(2, 6, 7), new ConvReference(count, 3), layer(), new ConvReference(4, 3) { Padding = 1 });
                yield return LayerCase.Of(MapShape.Features(9), new DenseReference(count), layer(), new DenseReference(6)).WithBatches(1, 7);
                yield return LayerCase.Of(MapShape.Image(2, 6, 8), new ConvReference(5, 3), layer(), new MaxPoolReference(2), new DenseReference(3));
                yield return LayerCase.Of(MapShape.Image(2, 6, 8), new ConvReference(count, 3), new TanhReference(), layer(), new SigmoidReference());
            }

            yield return LayerCase.Of(MapShape.Features(20), new AlphaDropoutReference(0), new DenseReference(12), new SpatialDropoutReference(0));
            yield return LayerCase.Of(MapShape.Image(3, 12, 13), new ChannelScaleReference(), new PReluReference()).WithBatches(2, 33);
            yield return LayerCase.Of(MapShape.Image(2, 5, 5), new ConvReference(18, 3), new PReluReference { Frozen = true }, new ChannelScaleReference { Frozen = true });
            yield return LayerCase.Of(MapShape.Features(20), new DenseReference(12), new SoftplusReference(), new SeluReference(), new GeluReference(), new DenseReference(3));
        }
    }
}
