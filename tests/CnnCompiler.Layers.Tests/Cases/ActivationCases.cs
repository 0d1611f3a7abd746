using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Activations and softmaxes as the first layer, behind other layers, and before others.</summary>
public sealed class ActivationCases : ILayerCases
{
    private static readonly Func<LayerReference>[] _activations =
    [
        () => new ReluReference(),
        () => new LeakyReluReference(),
        () => new LeakyReluReference(0.2),
        () => new SigmoidReference(),
        () => new TanhReference(),
        () => new TanhReference { Amplitude = 1.7159, Slope = 0.6666667 },
        () => new SoftmaxReference(),
        () => new LogSoftmaxReference(),
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            int[] channels = [1, 3, 16, 17, 33, 7, 10, 31];
            for (int i = 0; i < _activations.Length; i++)
            {
                Func<LayerReference> activation = _activations[i];
                int count = channels[i];
                yield return LayerCase.Of(MapShape.Features(count), activation()).WithBatches(1, 5, 13);
                yield return LayerCase.Of(MapShape.Features(100), activation()).WithBatches(1, 7);
                yield return LayerCase.Of(MapShape.Signal(channels[(i + 3) % 8], 7), activation());
                yield return LayerCase.Of(MapShape.Image(channels[(i + 5) % 8], 3, 5), activation());
                yield return LayerCase.Of(MapShape.Image(2, 6, 7), new ConvReference(count, 3), activation(), new ConvReference(4, 3) { Padding = 1 });
                yield return LayerCase.Of(MapShape.Image(2, 6, 7), new ConvReference(count, 3), activation());
                yield return LayerCase.Of(MapShape.Features(9), new DenseReference(channels[(i + 1) % 8]), activation(), new DenseReference(6)).WithBatches(1, 7);
                yield return LayerCase.Of(MapShape.Features(9), new DenseReference(count), activation());
                yield return LayerCase.Of(MapShape.Image(2, 6, 8), new ConvReference(5, 3), activation(), new MaxPoolReference(2), new DenseReference(3));
                yield return LayerCase.Of(MapShape.Image(2, 6, 8), new AvgPoolReference(2), activation(), new GlobalAvgPoolReference());
            }

            yield return LayerCase.Of(MapShape.Features(20), new DropoutReference(0), new DenseReference(12), new DropoutReference(0));
            yield return LayerCase.Of(MapShape.Features(20), new DenseReference(12), new SigmoidReference(), new TanhReference(), new DenseReference(3));
        }
    }
}
