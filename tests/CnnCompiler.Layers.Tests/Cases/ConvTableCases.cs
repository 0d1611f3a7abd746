using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Causal convolutions, tables of connections and normalised weights.</summary>
public sealed class ConvTableCases : ILayerCases
{
    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            MapShape signal = MapShape.Signal(5, 19), image = MapShape.Image(6, 7, 8);
            foreach (int kernel in new[] { 1, 2, 3 })
            {
                foreach (int stride in new[] { 1, 2, 3 })
                    yield return LayerCase.Of(signal, new ConvReference(18, kernel) { Causal = true, Stride = stride, Dilation = 2 }, new ReluReference(), new ConvReference(3, 2) { Causal = true });
            }

            yield return LayerCase.Of(MapShape.Signal(3, 4), new ConvReference(4, 3) { Causal = true, Dilation = 8 });
            yield return LayerCase.Of(image, new ConvReference(3, 3) { Connections = "0 1; 3 2 5; 4" });
            yield return LayerCase.Of(MapShape.Image(3, 6, 6), new ConvReference(4, 3) { Connections = "0; 2 1; 0 1 2; 1", Padding = 1, Stride = 2, Bias = false });
            yield return LayerCase.Of(MapShape.Signal(4, 9), new ConvReference(18, 1), new TanhReference(), new ConvReference(3, 3) { Connections = "0 17; 3 16 5; 4 15" });
            yield return LayerCase.Of(image, new ConvReference(3, 3) { Connections = "0 1; 3 2 5; 4", WeightNorm = true });
            foreach (int filters in new[] { 1, 5, 16, 20, 33 })
            {
                yield return LayerCase.Of(image, new ConvReference(filters, 3) { WeightNorm = true });
                yield return LayerCase.Of(signal, new ConvReference(filters, 1), new ReluReference(), new ConvReference(filters, 3) { WeightNorm = true, Bias = false, Groups = filters });
                yield return LayerCase.Of(image, new DenseReference(filters + 2) { WeightNorm = true }, new TanhReference(), new DenseReference(7) { WeightNorm = true, Bias = false });
            }

            yield return LayerCase.Of(MapShape.Image(2, 5, 5), new ConvReference(32, 1), new ConvReference(32, 3) { WeightNorm = true, Groups = 2 });
            yield return LayerCase.Of(image, new ConvReference(5, 3) { WeightNorm = true, Frozen = true }, new ReluReference(), new DenseReference(3) { WeightNorm = true, Frozen = true }, new DenseReference(2));
            yield return LayerCase.Of(image, new ConvReference(5, 3) { WeightNorm = true, Bias = false }, new BatchNormReference { Epsilon = 0.5 }, new ReluReference(), new DenseReference(6)).WithBatches(4, 13);
        }
    }
}
