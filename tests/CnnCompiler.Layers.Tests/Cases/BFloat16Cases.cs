using System.Collections.Generic;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Cases;

/// <summary>Dense layers whose predictions read rounded weights: the reference rounds them too, so that the tolerance is that of sums.</summary>
public sealed class BFloat16Cases : ILayerCases
{
    // A block has 16 outputs, a task 4 blocks; inputs go by twos.
    private static readonly (int Inputs, int Units)[] _sizes =
    [
        (1, 1), (1, 17), (2, 16), (3, 5), (15, 16), (16, 15), (16, 16), (17, 33), (33, 1), (31, 63), (32, 64), (100, 65), (67, 113), (10, 257),
    ];

    /// <inheritdoc/>
    public static IEnumerable<LayerCase> Cases
    {
        get
        {
            foreach ((int inputs, int units) in _sizes)
                yield return LayerCase.OfBFloat16(MapShape.Features(inputs), new DenseReference(units)).WithBatches(1, 2, 5, 17);
            foreach ((int inputs, int units) in _sizes)
                yield return LayerCase.OfBFloat16(MapShape.Features(4), new DenseReference(inputs), new DenseReference(units));
            yield return LayerCase.OfBFloat16(MapShape.Features(70), new DenseReference(40), new ReluReference(), new DenseReference(9)).WithBatches(1, 64, 5);
            yield return LayerCase.OfBFloat16(MapShape.Features(12), new DenseReference(5), new SigmoidReference(), new DenseReference(3), new TanhReference());
            yield return LayerCase.OfBFloat16(MapShape.Features(20), new DenseReference(5) { Bias = false });
            yield return LayerCase.OfBFloat16(
                MapShape.Features(20), new DenseReference(19) { Bias = false }, new BatchNormReference(), new ReluReference(), new DenseReference(3)).WithBatches(3, 5);
            var kept = new SaveReference("kept");
            yield return LayerCase.OfBFloat16(MapShape.Features(20), kept, new DenseReference(20), new AddReference(kept), new ReluReference(), new DenseReference(3)).WithBatches(1, 5);

            // Inputs of planes, of fewer channels than a block, in several blocks, with a halo that another reader wants.
            yield return LayerCase.OfBFloat16(MapShape.Image(1, 28, 28), new DenseReference(10)).WithBatches(1, 6);
            yield return LayerCase.OfBFloat16(MapShape.Image(3, 4, 5), new DenseReference(7)).WithBatches(1, 6, 7);
            yield return LayerCase.OfBFloat16(MapShape.Image(17, 3, 3), new DenseReference(18));
            yield return LayerCase.OfBFloat16(MapShape.Signal(5, 11), new DenseReference(6));
            yield return LayerCase.OfBFloat16(MapShape.Image(2, 5, 6), new ConvReference(19, 3), new DenseReference(7)).WithBatches(1, 6, 7);
            yield return LayerCase.OfBFloat16(MapShape.Image(2, 5, 6), new ConvReference(32, 3) { Padding = 1 }, new ReluReference(), new DenseReference(20));

            // Weights that are computed before they are rounded: the reference may round one the other way.
            yield return LayerCase.OfBFloat16(MapShape.Features(20), new DenseReference(5) { WeightNorm = true }).WithTolerance(50);
        }
    }
}
