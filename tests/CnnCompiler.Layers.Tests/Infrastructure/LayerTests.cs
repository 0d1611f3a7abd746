using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Testing;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Infrastructure;

/// <summary>What holds for every network of a list: reference, threads, central differences, budgets of the JIT.</summary>
/// <typeparam name="TCases">The list.</typeparam>
public abstract class LayerTests<TCases>
    where TCases : ILayerCases
{
    // Half of what the JIT optimises (DESIGN.md section 7).
    private const int LargestIl = 30_000, MostLocals = 1_000;

    private static readonly CompiledSuite _suite = new(TCases.Cases);

    /// <summary>Every network on every instruction set.</summary>
    public static TheoryData<string, Isa> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, Isa>();
            foreach (string name in _suite.Cases.Select(c => c.Network.Name))
            {
                foreach (Isa isa in Isas.All)
                    pairs.Add(name, isa);
            }

            return pairs;
        }
    }

    /// <summary>Networks for which central differences take little time.</summary>
    public static TheoryData<string> SmallNetworks => [.. _suite.Cases.Where(c => c.IsSmall).Select(c => c.Network.Name)];

    /// <summary>Output, loss, and all gradients are the reference's, and their bits do not depend on threads.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Generated_MatchesReference(string network, Isa isa)
    {
        LayerCase @case = _suite[network];
        CompiledNetwork compiled = _suite.Compiled(network);
        using Network single = compiled.Create(new NetworkOptions { Isa = isa, Threads = 1 });
        using Network pair = compiled.Create(new NetworkOptions { Isa = isa, Threads = 2 });
        foreach (ReferenceCase reference in @case.References)
        {
            GeneratedResult result = GeneratedResult.Of(single, reference);
            result.Compare(reference, @case.Tolerance);
            GeneratedResult.Of(pair, reference).RequireSameBits(result);
        }

        if (compiled.GradientChunk > 0)
            compiled.WithGradientChunk(2, () => RequireGradientOfParts(compiled, isa, @case));
    }

    // Batches that are long enough in the smallest parts that there are: layers give each part its share of the gradient.
    private static void RequireGradientOfParts(CompiledNetwork compiled, Isa isa, LayerCase @case)
    {
        using Network single = compiled.Create(new NetworkOptions { Isa = isa, Threads = 1 });
        using Network pair = compiled.Create(new NetworkOptions { Isa = isa, Threads = 2 });
        foreach (ReferenceCase reference in @case.References.Where(reference => reference.Batch > 2))
        {
            GeneratedResult result = GeneratedResult.Of(single, reference);
            result.Compare(reference, @case.Tolerance);
            GeneratedResult.Of(pair, reference).RequireSameBits(result);
        }
    }

    /// <summary>The reference itself is right.</summary>
    [Theory]
    [MemberData(nameof(SmallNetworks))]
    public void Reference_MatchesCentralDifferences(string network)
    {
        ReferenceNetwork reference = _suite[network].Network;
        lock (reference)
            NumericalGradient.Check(reference, batch: 3);
    }

    /// <summary>No generated method is so large that the JIT stops optimising it.</summary>
    [Fact]
    public void GeneratedMethods_StayWithinBudget()
    {
        IEnumerable<string> tooLarge = _suite.Assembly.MethodSizes()
            .Where(size => size.IlBytes >= LargestIl || size.Locals >= MostLocals)
            .Select(size => $"{size.Method}: {size.IlBytes} IL bytes, {size.Locals} locals (fewer than {LargestIl} and {MostLocals} expected)");
        Assert.Empty(tooLarge);
    }
}
