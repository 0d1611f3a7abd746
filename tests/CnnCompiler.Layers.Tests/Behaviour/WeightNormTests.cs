using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>First values of normalised weights and of tables of connections, and what training leaves of them.</summary>
public sealed class WeightNormTests
{
    private const string Source = """
        using CnnCompiler;

        namespace FirstValues;

        [Network(3, 5, 5), Conv(20, 3, WeightNorm = true), Dense(4, WeightNorm = true), MeanSquaredErrorLoss] public partial class Normed;
        [Network(3, 5, 5), Conv(20, 3), Dense(4), MeanSquaredErrorLoss] public partial class Plain;
        [Network(3, 5, 5), Conv(2, 3, Connections = "0 2; 1"), MeanSquaredErrorLoss] public partial class Connected;
        """;

    private static readonly Lazy<CompiledAssembly> _assembly = new(() => GeneratorHarness.Compile(Source));

    [Fact]
    public void Length_StartsAsTheNormOfTheDirection()
    {
        using Network net = _assembly.Value["Normed"].Create(new NetworkOptions { Seed = 7 });
        foreach (string layer in new[] { "conv1", "dense1" })
        {
            float[] direction = net.Values(layer + ".weight_v"), length = net.Values(layer + ".weight_g");
            int row = direction.Length / length.Length;
            for (int i = 0; i < length.Length; i++)
                Assert.Equal(Math.Sqrt(direction.Skip(i * row).Take(row).Sum(v => (double)v * v)), length[i], 1e-6);
        }
    }

    [Fact]
    public void Weight_StartsAsWithoutTheOption()
    {
        using Network normed = _assembly.Value["Normed"].Create(null), plain = _assembly.Value["Plain"].Create(null);
        foreach (string layer in new[] { "conv1", "dense1" })
        {
            plain.With(layer + ".weight", normed.Values(layer + ".weight_v")).With(layer + ".bias", normed.Values(layer + ".bias"));
        }

        float[] input = [.. Enumerable.Range(0, 150).Select(i => MathF.Sin(i))];
        Near.Equal(plain.Predict(input), normed.Predict(input), 1e-5);
    }

    // Channels 1 of filter 0, 0 and 2 of filter 1.
    [Fact]
    public void UnconnectedWeights_StartAtZeroAndStayThere()
    {
        using Network net = _assembly.Value["Connected"].Create(null);
        Check(net.Values("conv1.weight"));
        net.With("conv1.weight", [.. Enumerable.Repeat(1f, 54)]);
        Check(net.Values("conv1.weight"));
        net.GradientFor([.. Enumerable.Range(0, 75).Select(i => MathF.Sin(i))], new float[18]);
        Check(net.GradientOf("conv1.weight"));
        Assert.Equal(29, _assembly.Value["Connected"].Constant("ParameterCount"));

        static void Check(float[] weight)
        {
            for (int i = 0; i < weight.Length; i++)
                Assert.Equal(i / 9 is 1 or 3 or 5, weight[i] == 0);
        }
    }
}
