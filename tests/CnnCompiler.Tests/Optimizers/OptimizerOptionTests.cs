using System;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class OptimizerOptionTests
{
    [Theory]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void LearningRate_OutOfRange_IsNamed(float rate)
    {
        Assert.Contains("LearningRate", Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(rate)).Message);
        Assert.Contains("LearningRate", Assert.Throws<ArgumentOutOfRangeException>(() => new Adam().LearningRate = rate).Message);
    }

    [Fact]
    public void Options_OutOfRange_AreNamed()
    {
        Expect("Momentum", () => _ = new Sgd(1) { Momentum = 1 });
        Expect("Momentum", () => _ = new RmsProp { Momentum = -0.1f });
        Expect("Dampening", () => _ = new Sgd(1) { Dampening = 2 });
        Expect("WeightDecay", () => _ = new Sgd(1) { WeightDecay = -1e-4f });
        Expect("WeightDecay", () => _ = new AdamW { WeightDecay = float.NaN });
        Expect("Beta1", () => _ = new Adam { Beta1 = 1 });
        Expect("Beta2", () => _ = new AdamW { Beta2 = float.NaN });
        Expect("Epsilon", () => _ = new Adam { Epsilon = 0 });
        Expect("Alpha", () => _ = new RmsProp { Alpha = 1.5f });
        Expect("Epsilon", () => _ = new RmsProp { Epsilon = -1 });
    }

    [Fact]
    public void Nesterov_WithoutMomentum_IsAnErrorOfTheStep()
    {
        using var network = new ScriptedNetwork(1);
        network.SetGradients([1]);
        Assert.Contains("Nesterov", Assert.Throws<InvalidOperationException>(() => new Sgd(1) { Nesterov = true }.Step(network)).Message);
        Assert.Contains(
            "Dampening", Assert.Throws<InvalidOperationException>(() => new Sgd(1) { Nesterov = true, Momentum = 0.9f, Dampening = 0.1f }.Step(network)).Message);
    }

    [Fact]
    public void Step_BeforeAGradient_SaysSo()
    {
        using var network = new ScriptedNetwork(7);
        var error = Assert.Throws<InvalidOperationException>(() => new Adam().Step(network));
        Assert.Contains("expected 7 floats, found 0", error.Message);
    }

    private static void Expect(string option, Action action)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(action);
        Assert.Equal(option, error.ParamName);
        Assert.Contains("found", error.Message);
    }
}
