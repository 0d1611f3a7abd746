using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Dense layers of features, signals and images.</summary>
public sealed class DenseCases : ILayerCases
{
    private static readonly (int Inputs, int Units)[] _sizes =
    [
        (1, 1), (1, 17), (3, 5), (15, 16), (16, 15), (16, 16), (17, 33), (33, 1), (64, 31), (100, 10), (31, 100), (400, 48), (10, 257),
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            foreach ((int inputs, int units) in _sizes)
                yield return LayerCase.Of(MapShape.Features(inputs), new DenseReference(units)).WithBatches(1, 2, 5, 7, 13);
            foreach ((int inputs, int units) in _sizes)
                yield return LayerCase.Of(MapShape.Features(4), new DenseReference(inputs), new DenseReference(units));
            yield return LayerCase.Of(MapShape.Features(70), new DenseReference(40), new ReluReference(), new DenseReference(9)).WithBatches(1, 64, 5);
            yield return LayerCase.Of(MapShape.Image(3, 4, 5), new DenseReference(7)).WithBatches(1, 6, 7);
            yield return LayerCase.Of(MapShape.Image(1, 28, 28), new DenseReference(10)).WithBatches(1, 6);
            yield return LayerCase.Of(MapShape.Image(17, 3, 3), new DenseReference(18));
            yield return LayerCase.Of(MapShape.Signal(5, 11), new DenseReference(6));
            yield return LayerCase.Of(MapShape.Image(2, 5, 6), new ConvReference(19, 3), new DenseReference(7)).WithBatches(1, 6, 7);
            yield return LayerCase.Of(MapShape.Image(2, 5, 6), new ConvReference(6, 3) { Padding = 1 }, new ReluReference(), new DenseReference(20));
            yield return LayerCase.Of(MapShape.Image(2, 5, 6), new ConvReference(6, 3), new FlattenReference(), new DenseReference(20));
            yield return LayerCase.Of(MapShape.Image(2, 5, 6), new FlattenReference());
            yield return LayerCase.Of(MapShape.Image(2, 5, 6), new FlattenReference(), new ReluReference(), new DenseReference(3));
            yield return LayerCase.Of(MapShape.Image(2, 5, 6), new ConvReference(18, 3), new FlattenReference());
            yield return LayerCase.Of(MapShape.Image(2, 5, 6), new ConvReference(18, 3), new FlattenReference(), new TanhReference());
            yield return LayerCase.Of(MapShape.Signal(2, 9), new ConvReference(18, 3), new DenseReference(5) { Bias = false });
            yield return LayerCase.Of(MapShape.Features(20), new DenseReference(5) { Bias = false });
            yield return LayerCase.Of(MapShape.Features(20), new DenseReference(5) { Frozen = true }, new DenseReference(3));
            yield return LayerCase.Of(MapShape.Features(20), new DenseReference(5), new DenseReference(3) { Frozen = true, Bias = false });
            yield return LayerCase.Of(MapShape.Features(12), new DenseReference(5) { Name = "head" }, new SigmoidReference(), new DenseReference(3));
        }
    }
}
