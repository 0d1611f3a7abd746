using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Convolutions of signals.</summary>
public sealed class Conv1dCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            foreach (int length in new[] { 3, 8, 15, 16, 17, 30, 31, 61 })
                yield return LayerCase.Of(MapShape.Signal(5, length), new ConvReference(17, 3));
            foreach (int kernel in new[] { 1, 2, 5, 11 })
            {
                foreach (int stride in new[] { 1, 2, 3 })
                {
                    yield return LayerCase.Of(MapShape.Signal(3, 23), new ConvReference(6, kernel) { Stride = stride, Padding = kernel / 2 });
                    yield return LayerCase.Of(MapShape.Signal(3, 23), new ConvReference(20, 1), new ConvReference(5, kernel) { Stride = stride });
                }
            }

            MapShape signal = MapShape.Signal(6, 19);
            yield return LayerCase.Of(signal, new ConvReference(9, 3) { Groups = 3 });
            yield return LayerCase.Of(signal, new ConvReference(9, 3) { Dilation = 4, Padding = 2 });
            yield return LayerCase.Of(signal, new ConvReference(9, 4) { Same = true });
            yield return LayerCase.Of(signal, new ConvReference(9, 3) { Bias = false, Stride = 2 });
            yield return LayerCase.Of(signal, new ConvReference(16, 3) { Dilation = 2 }, new ReluReference(), new MaxPoolReference(2), new DenseReference(4));
            yield return LayerCase.Of(
                signal, new ConvReference(32, 5) { Padding = 2 }, new BatchNormReference(), new ReluReference(), new GlobalAvgPoolReference()).WithBatches(2, 13);
        }
    }
}
