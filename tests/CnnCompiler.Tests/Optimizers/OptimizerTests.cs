using System;
using System.Linq;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class OptimizerTests
{
    // Not a multiple of any vector width, so that the tail is compared too.
    private const int Length = 37;
    private const int Steps = 5;

    [Theory]
    [InlineData(0f, 0f, false, 0f)]
    [InlineData(0f, 0f, false, 0.05f)]
    [InlineData(0.9f, 0f, false, 5e-4f)]
    [InlineData(0.9f, 0.3f, false, 0f)]
    [InlineData(0.9f, 0f, true, 1e-2f)]
    public void Sgd_FiveSteps_FollowPyTorch(float momentum, float dampening, bool nesterov, float decay) => Compare(
        new Sgd(0.1f) { Momentum = momentum, Dampening = dampening, Nesterov = nesterov, WeightDecay = decay },
        (p, g) => OptimizerReference.Sgd(p, g, 0.1f, momentum, dampening, nesterov, decay));

    [Theory]
    [InlineData(0.9f, 0.999f, 0f)]
    [InlineData(0.8f, 0.95f, 0.02f)]
    public void Adam_FiveSteps_FollowPyTorch(float beta1, float beta2, float decay) => Compare(
        new Adam(0.01f) { Beta1 = beta1, Beta2 = beta2, WeightDecay = decay },
        (p, g) => OptimizerReference.Adam(p, g, 0.01f, beta1, beta2, 1e-8, decay, 0));

    [Fact]
    public void Adam_Defaults_ArePyTorchs()
    {
        Compare(new Adam(), (p, g) => OptimizerReference.Adam(p, g, 1e-3, 0.9, 0.999, 1e-8, 0, 0));
        Compare(new AdamW(), (p, g) => OptimizerReference.Adam(p, g, 1e-3, 0.9, 0.999, 1e-8, 0, 0.01));
        Compare(new RmsProp(), (p, g) => OptimizerReference.RmsProp(p, g, 1e-2, 0.99, 1e-8, 0, 0, false));
    }

    [Fact]
    public void AdamW_LargeDecay_FollowsPyTorch() => Compare(
        new AdamW(0.05f) { WeightDecay = 0.5f, Epsilon = 1e-3f },
        (p, g) => OptimizerReference.Adam(p, g, 0.05f, 0.9, 0.999, 1e-3, 0, 0.5));

    [Theory]
    [InlineData(0f, 0f, false)]
    [InlineData(0.9f, 0.01f, false)]
    [InlineData(0f, 0f, true)]
    [InlineData(0.5f, 0.01f, true)]
    public void RmsProp_FiveSteps_FollowPyTorch(float momentum, float decay, bool centered) => Compare(
        new RmsProp(0.01f) { Alpha = 0.9f, Momentum = momentum, WeightDecay = decay, Centered = centered },
        (p, g) => OptimizerReference.RmsProp(p, g, 0.01f, 0.9f, 1e-8, momentum, decay, centered));

    [Fact]
    public void Sgd_ThreeUnitGradientsWithMomentum_Move5_61()
        => Assert.Equal(-5.61f, Move(new Sgd(1) { Momentum = 0.9f }, 3, 1f), 1e-5f);

    [Fact]
    public void Sgd_MomentumSwitchedOnLater_DoesNotDampenItsFirstGradient()
    {
        using var network = new ScriptedNetwork(1);
        network.ParameterMemory.Clear();
        var sgd = new Sgd(1) { Dampening = 0.5f };
        network.SetGradients([1]);
        sgd.Step(network);
        sgd.Momentum = 0.9f;
        sgd.Step(network);
        Assert.Equal(-2f, network.ParameterMemory[0], 1e-6f);
        sgd.Step(network);
        Assert.Equal(-3.4f, network.ParameterMemory[0], 1e-6f);
    }

    [Theory]
    [InlineData(0.003f)]
    [InlineData(-7f)]
    public void Adam_FirstStep_IsTheRateAgainstTheSign(float gradient)
        => Assert.Equal(-0.1f * MathF.Sign(gradient), Move(new Adam(0.1f), 1, gradient), 1e-5f);

    [Fact]
    public void RmsProp_FirstStep_Is3_1623TimesTheRate()
        => Assert.Equal(-3.1623e-3f, Move(new RmsProp(0.001f) { Alpha = 0.9f }, 1, 2f), 1e-6f);

    [Fact]
    public void Step_TwoNetworks_HaveStateOfTheirOwn()
    {
        var shared = new Sgd(1) { Momentum = 0.9f };
        using var first = new ScriptedNetwork(3);
        using var second = new ScriptedNetwork(5);
        float firstBefore = first.ParameterMemory[0];
        float secondBefore = second.ParameterMemory[4];
        first.SetGradients([1, 1, 1]);
        second.SetGradients([1, 1, 1, 1, 1]);
        shared.Step(first);
        shared.Step(second);
        shared.Step(first);
        Assert.Equal(firstBefore - 2.9f, first.ParameterMemory[0], 1e-5f);
        Assert.Equal(secondBefore - 1, second.ParameterMemory[4], 1e-5f);
    }

    [Fact]
    public void Reset_ForgetsMomentum()
    {
        var sgd = new Sgd(1) { Momentum = 0.9f };
        using var network = new ScriptedNetwork(1);
        float before = network.ParameterMemory[0];
        network.SetGradients([1]);
        sgd.Step(network);
        sgd.Reset();
        sgd.Step(network);
        Assert.Equal(before - 2, network.ParameterMemory[0], 1e-5f);
    }

    [Fact]
    public void Step_ZeroParameterAndGradient_StaysZero()
    {
        Optimizer[] all =
        [
            new Sgd(0.1f) { Momentum = 0.9f, Nesterov = true, WeightDecay = 0.1f }, new Adam(), new AdamW(),
            new RmsProp { Momentum = 0.9f, Centered = true },
        ];
        foreach (Optimizer optimizer in all)
        {
            using var network = new ScriptedNetwork(Length);
            network.ParameterMemory.Clear();
            network.SetGradients(new float[Length]);
            optimizer.Step(network);
            optimizer.Step(network);
            Assert.All(network.ParameterMemory.ToArray(), value => Assert.Equal(0f, value));
        }
    }

    [Fact]
    public void Step_AfterTheFirst_AllocatesNothing()
    {
        foreach (Optimizer optimizer in new Optimizer[] { new Sgd(0.1f) { Momentum = 0.9f }, new Adam(), new AdamW(), new RmsProp { Centered = true } })
        {
            using var network = new ScriptedNetwork(Length);
            network.SetGradients(new float[Length]);
            optimizer.Step(network);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int step = 0; step < 10; step++)
            {
                optimizer.Step(network);
            }

            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }

    private static float Move(Optimizer optimizer, int steps, float gradient)
    {
        using var network = new ScriptedNetwork(1);
        network.ParameterMemory.Clear();
        for (int step = 0; step < steps; step++)
        {
            network.SetGradients([gradient]);
            optimizer.Step(network);
        }

        return network.ParameterMemory[0];
    }

    private static void Compare(Optimizer optimizer, Func<double, double[], double[]> reference)
    {
        using var network = new ScriptedNetwork(Length);
        float[] start = network.ParameterMemory.ToArray();
        var random = new Random(5);
        float[][] gradients = [.. Enumerable.Range(0, Steps).Select(_ => Enumerable.Range(0, Length).Select(_ => (float)((random.NextDouble() * 4) - 2)).ToArray())];
        for (int step = 0; step < Steps; step++)
        {
            network.SetGradients(gradients[step]);
            optimizer.Step(network);
            for (int i = 0; i < Length; i++)
            {
                double expected = reference(start[i], [.. gradients.Select(g => (double)g[i])])[step];
                Assert.Equal(expected, network.ParameterMemory[i], 1e-6 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }
}
