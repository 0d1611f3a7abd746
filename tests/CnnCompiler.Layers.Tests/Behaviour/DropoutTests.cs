using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Dropout in training: mean, mask, seeds, threads.</summary>
public sealed class DropoutTests
{
    public static TheoryData<Isa> EveryIsa => BehaviourNetworks.EveryIsa;

    [Theory, MemberData(nameof(EveryIsa))]
    public void Predict_ChangesNothing(Isa isa)
    {
        float[] x = new RandomValues(1).Normals(594 * 3);
        using Network net = BehaviourNetworks.Create("DroppedMap", isa);
        Assert.Equal(x, net.Predict(x));
        using Network none = BehaviourNetworks.Create("NotDropped", isa);
        float[] ten = x[..10];
        Near.Equal(ten.Select(v => v / 5).ToArray(), none.GradientFor(ten, new float[10]).InputGradient, 1e-6);
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Gradient_UsesOneMaskForwardAndBackward(Isa isa)
    {
        const int Batch = 64, Count = 1000 * Batch;
        using Network net = BehaviourNetworks.Create("Dropped", isa);
        float[] x = new RandomValues(2).Normals(Count).Select(v => v + (v < 0 ? -1 : 1)).ToArray();
        (float loss, float[] gradient) = net.GradientFor(x, new float[Count]);

        // y = m x and loss = mean of y^2, so that dx = 2 m^2 x / count shows the mask.
        double[] mask = gradient.Zip(x, (d, v) => Math.Sqrt(Math.Max(0, d * (double)Count / (2 * v)))).ToArray();
        Assert.All(mask, m => Assert.True(m == 0 || Math.Abs(m - (1 / 0.7)) < 1e-4, $"mask {m}"));
        double kept = mask.Count(m => m > 0) / (double)Count, deviation = Math.Sqrt(0.3 * 0.7 / Count);
        Assert.InRange(kept, 0.7 - (5 * deviation), 0.7 + (5 * deviation));
        Near.Equal([x.Zip(mask, (v, m) => v * m * v * m).Average()], [loss], 1e-3);

        // Masks of neighbouring values, and of neighbouring samples, are independent.
        double[] bits = mask.Select(m => m > 0 ? 1 - 0.7 : -0.7).ToArray();
        foreach (int lag in new[] { 1, 2, 4, 8, 16, 1000, 2000 })
        {
            double correlation = Enumerable.Range(0, Count - lag).Average(i => bits[i] * bits[i + lag]) / (0.3 * 0.7);
            Assert.True(Math.Abs(correlation) < 5 / Math.Sqrt(Count - lag), $"correlation {correlation} at lag {lag}");
        }
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Mask_DiffersBetweenCalls_AndRepeatsWithTheSeed(Isa isa)
    {
        float[] x = Enumerable.Repeat(1f, 594 * 2).ToArray();
        float[][] Masks(int seed, int threads)
        {
            using Network net = BehaviourNetworks.Create("DroppedMap", isa, threads, seed);
            return [net.GradientFor(x, new float[x.Length]).InputGradient, net.GradientFor(x, new float[x.Length]).InputGradient];
        }

        float[][] first = Masks(5, 1);
        Assert.NotEqual(first[0], first[1]);
        Assert.Equal(first, Masks(5, 1));
        Assert.Equal(first, Masks(5, 2));
        Assert.NotEqual(first[0], Masks(6, 1)[0]);
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void BeforeDense_WeightsOfDroppedInputs_HaveNoGradient(Isa isa)
    {
        float[] x = new RandomValues(3).Normals(50);
        using Network net = BehaviourNetworks.Create("DroppedInput", isa);
        float[] gradient = net.GradientFor(x, Enumerable.Repeat(3f, 7).ToArray()).InputGradient, weights = net.GradientOf("dense1.weight");
        for (int i = 0; i < 50; i++)
        {
            for (int unit = 0; unit < 7; unit++)
                Assert.True((gradient[i] == 0) == (weights[(unit * 50) + i] == 0), $"input {i}: gradient {gradient[i]}, that of weight {unit} {weights[(unit * 50) + i]}");
        }

        Assert.InRange(gradient.Count(g => g == 0), 5, 35);
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void InTheMiddle_BitsDoNotDependOnThreads(Isa isa)
    {
        float[] x = new RandomValues(4).Normals(50 * 13);
        int[] labels = Enumerable.Range(0, 13).Select(i => i % 7).ToArray();
        using Network one = BehaviourNetworks.Create("DroppedHidden", isa), two = BehaviourNetworks.Create("DroppedHidden", isa, threads: 2);
        for (int call = 0; call < 3; call++)
        {
            (float loss, float[] gradient) = one.GradientForLabels(x, labels);
            (float loss2, float[] gradient2) = two.GradientForLabels(x, labels);
            Assert.Equal(loss, loss2);
            Assert.Equal(gradient, gradient2);
            Assert.Equal(one.GradientOf("dense1.weight"), two.GradientOf("dense1.weight"));
        }
    }
}
