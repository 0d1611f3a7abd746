using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>A convolution that pools its rows gives the bits of one whose map is stored, at any number of threads.</summary>
public sealed class PooledConvBitsTests
{
    // In each second network two pools read the convolution's map, so that it has to exist.
    private const string Source = """
        using CnnCompiler;
        [Network(3, 90, 75), Conv(33, 7, Stride = 2, Padding = 3), Tanh, MaxPool(3, Stride = 2, Padding = 1), MeanSquaredErrorLoss] public partial class Maximum;
        [Network(3, 90, 75), Conv(33, 7, Stride = 2, Padding = 3), Tanh, Concat<Maxima, Maxima>, MeanSquaredErrorLoss] public partial class MaximumApart;
        [Network(20, 40, 41), Conv(6, 4, Bias = false), BatchNorm, Relu, AvgPool(3, Stride = 2, Padding = 1, CeilMode = true), MeanSquaredErrorLoss] public partial class Mean;
        [Network(20, 40, 41), Conv(6, 4, Bias = false), BatchNorm, Relu, Concat<Means, Means>, MeanSquaredErrorLoss] public partial class MeanApart;
        [MaxPool(3, Stride = 2, Padding = 1)] abstract class Maxima;
        [AvgPool(3, Stride = 2, Padding = 1, CeilMode = true)] abstract class Means;
        """;

    private static readonly Lazy<CompiledAssembly> _assembly = new(() => GeneratorHarness.Compile(Source));

    public static TheoryData<string, Isa, int> All
    {
        get
        {
            var all = new TheoryData<string, Isa, int>();
            foreach ((string name, Isa isa, int threads) in from name in new[] { "Maximum", "Mean" } from isa in Isas.All from threads in new[] { 1, 2, 5 } select (name, isa, threads))
                all.Add(name, isa, threads);
            return all;
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Output_HasTheBitsOfAMapInMemory(string name, Isa isa, int threads)
    {
        using Network joined = _assembly.Value[name].Create(new NetworkOptions { Isa = isa, Threads = threads, Seed = 3 });
        using Network apart = _assembly.Value[name + "Apart"].Create(new NetworkOptions { Isa = isa, Threads = 1, Seed = 4 });
        foreach ((Parameter from, Parameter to) in joined.Parameters.Zip(apart.Parameters))
        {
            var values = new float[from.Length];
            from.CopyTo(values);
            to.CopyFrom(values);
        }

        foreach (int batch in new[] { 1, 2, 5 })
        {
            var random = new RandomValues(batch);
            float[] x = Enumerable.Range(0, batch * joined.InputSize).Select(_ => (float)(random.Below(2001) - 1000) / 500).ToArray();
            (x[100], x[200]) = (float.NaN, float.PositiveInfinity);
            var expected = new float[batch * apart.OutputSize];
            var found = new float[batch * joined.OutputSize];
            apart.Predict(x, expected);
            joined.Predict(x, found);
            for (int sample = 0; sample < batch; sample++)
            {
                Assert.Equal(
                    Array.ConvertAll(expected[(sample * apart.OutputSize)..][..joined.OutputSize], BitConverter.SingleToInt32Bits),
                    Array.ConvertAll(found[(sample * joined.OutputSize)..][..joined.OutputSize], BitConverter.SingleToInt32Bits));
            }
        }
    }
}
