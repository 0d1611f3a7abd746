using System;
using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Losses on features and per position, fused and not.</summary>
public sealed class LossCases : ILayerCases
{
    private static readonly Func<LossReference>[] _losses =
    [
        () => new CrossEntropyReference(),
        () => new CrossEntropyReference { LabelSmoothing = 0.1 },
        () => new NegativeLogLikelihoodReference(),
        () => new MeanSquaredErrorReference(),
        () => new BinaryCrossEntropyReference(),
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            foreach (Func<LossReference> loss in _losses)
            {
                foreach (int classes in new[] { 1, 5, 16, 17, 100 })
                    yield return LayerCase.Of(MapShape.Features(7), loss(), new DenseReference(classes)).WithBatches(1, 5, 7, 13);
                yield return LayerCase.Of(MapShape.Features(7), loss(), new SigmoidReference());
                yield return LayerCase.Of(MapShape.Signal(3, 9), loss(), new ConvReference(5, 3));
                yield return LayerCase.Of(MapShape.Image(3, 5, 6), loss(), new ConvReference(18, 3)).WithBatches(1, 7);
                yield return LayerCase.Of(MapShape.Image(3, 5, 6), loss(), new ConvReference(4, 3), new SoftmaxReference());
                yield return LayerCase.Of(MapShape.Image(3, 5, 6), loss(), new ConvReference(4, 3), new SigmoidReference());
                yield return LayerCase.Of(MapShape.Features(7), loss(), new DenseReference(5), new SoftmaxReference()).WithBatches(1, 5);
                yield return LayerCase.Of(MapShape.Features(7), loss(), new DenseReference(5), new LogSoftmaxReference()).WithBatches(1, 5);
                yield return LayerCase.Of(MapShape.Features(7), loss(), new DenseReference(5), new SigmoidReference()).WithBatches(1, 64);
            }
        }
    }
}
