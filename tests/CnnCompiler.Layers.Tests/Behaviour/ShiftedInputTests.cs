using System;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Variances of values whose mean is a thousand deviations away from zero.</summary>
public sealed class ShiftedInputTests
{
    /// <summary>Every instruction set.</summary>
    public static TheoryData<Isa> EveryIsa => [.. Isas.All];

    /// <summary>Outputs and gradients are those of the reference, which computes in double precision.</summary>
    [Theory]
    [MemberData(nameof(EveryIsa))]
    public void Normalisation_FarFromZero_KeepsItsDigits(Isa isa)
    {
        MapShape shape = MapShape.Image(20, 6, 7);
        LayerReference[] layers =
        [
            new LayerNormReference(), new InstanceNormReference { Affine = true }, new GroupNormReference(5), new PositionalNormReference(), new ContrastNormReference(3),
        ];
        foreach (LayerReference layer in layers)
        {
            float[] input = Array.ConvertAll(new RandomValues(3).Normals(2 * shape.Size), value => 1000 + value);
            ReferenceNetwork network = LayerCase.Of(shape, layer).Network;
            ReferenceCase reference = ReferenceCase.Create(network, 2, input: input);
            using Network net = GeneratorHarness.Compile(ReferenceNetwork.File([network]))[network.Name].Create(new NetworkOptions { Isa = isa });
            GeneratedResult.Of(net, reference).Compare(reference);
        }
    }
}
