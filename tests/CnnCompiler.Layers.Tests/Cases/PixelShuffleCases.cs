using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Channels to positions: with one block of channels and several, alone and between layers that fuse with it.</summary>
public sealed class PixelShuffleCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            foreach ((int factor, int channels) in new[] { (1, 5), (2, 1), (2, 3), (2, 16), (2, 17), (3, 2), (4, 1), (5, 1) })
            {
                int inputs = channels * factor * factor;
                yield return LayerCase.Of(MapShape.Image(inputs, 3, 4), new PixelShuffleReference(factor));
                yield return LayerCase.Of(MapShape.Image(2, 5, 6), new ConvReference(inputs, 3), new TanhReference(), new PixelShuffleReference(factor), new ConvReference(3, 3) { Padding = 1 });
            }

            yield return LayerCase.Of(MapShape.Image(4, 1, 1), new PixelShuffleReference(2), new SigmoidReference());
            yield return LayerCase.Of(MapShape.Image(3, 7, 5), new ConvReference(16, 3), new PixelShuffleReference(2), new PixelShuffleReference(2), new ReluReference()).WithBatches(1, 7);
        }
    }
}
