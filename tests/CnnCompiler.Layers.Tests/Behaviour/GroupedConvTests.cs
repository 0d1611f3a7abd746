using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Groups that are computed together are told apart by zero weights, which have no place in a parameter's values: training leaves them zero.</summary>
public sealed class GroupedConvTests
{
    private const string Source = """
        using CnnCompiler;
        [Network(32, 5, 6), Conv(32, 3, Groups = 8), MeanSquaredErrorLoss] public partial class Parts;
        [Network(12, 5, 6), Conv(6, 3, Groups = 3), MeanSquaredErrorLoss] public partial class Whole;
        [Network(32, 5, 6), Conv(64, 3, Groups = 4, WeightNorm = true), MeanSquaredErrorLoss] public partial class Normed;
        [Network(48, 5, 6), ConvTranspose(48, 3, Groups = 6, Stride = 2), MeanSquaredErrorLoss] public partial class Transposed;
        """;

    private static readonly Lazy<CompiledAssembly> _assembly = new(() => GeneratorHarness.Compile(Source));

    public static TheoryData<string, Isa> All
    {
        get
        {
            var all = new TheoryData<string, Isa>();
            foreach ((string name, Isa isa) in from name in new[] { "Parts", "Whole", "Normed", "Transposed" } from isa in Isas.All select (name, isa))
                all.Add(name, isa);
            return all;
        }
    }

    [Theory, MemberData(nameof(All))]
    public void WeightsBetweenGroups_StayZero(string name, Isa isa)
    {
        var options = new NetworkOptions { Isa = isa, Seed = 5 };
        using Network net = _assembly.Value[name].Create(options), copy = _assembly.Value[name].Create(options);
        var random = new RandomValues(7);
        float[] x = random.Normals(3 * net.InputSize), targets = random.Normals(3 * net.OutputSize), initial = net.Predict(x);
        var optimizer = new Sgd(0.5f) { Momentum = 0.9f, WeightDecay = 0.01f };
        for (int step = 0; step < 3; step++)
        {
            net.GradientFor(x, targets);
            optimizer.Step(net);
        }

        // The copy takes the parameters' values, and with them zeros between groups.
        foreach ((Parameter from, Parameter to) in net.Parameters.Zip(copy.Parameters))
        {
            var values = new float[from.Length];
            from.CopyTo(values);
            to.CopyFrom(values);
        }

        float[] trained = net.Predict(x);
        Assert.NotEqual(initial, trained);
        Assert.Equal(copy.Predict(x), trained);
    }
}
