using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Long batches go through networks without batch norms in parts; nobody notices.</summary>
public sealed class GradientPartsTests
{
    private static readonly string[] _networks = ["LeNet5", "SignalNet", "Mixtures", "Derived"];

    public static TheoryData<Isa> EveryIsa => BehaviourNetworks.EveryIsa;

    public static TheoryData<string, Isa> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, Isa>();
            foreach (string network in _networks)
            {
                foreach (Isa isa in Testing.Isas.All)
                    pairs.Add(network, isa);
            }

            return pairs;
        }
    }

    [Theory]
    [InlineData("LeNet5", true)]
    [InlineData("DroppedHidden", true)]
    [InlineData("Mixed", false)]
    [InlineData("Blocks", false)]
    [InlineData("Thousand", true)]
    public void Networks_TakeParts_UnlessSamplesAreCoupled(string name, bool takesParts) =>
        Assert.Equal(takesParts, BehaviourNetworks.Assembly[name].GradientChunk > 0);

    [Theory, MemberData(nameof(Pairs))]
    public void Gradient_IsTheMeanOfSingleSamples_AlsoAfterAStep(string name, Isa isa)
    {
        using Network net = BehaviourNetworks.Create(name, isa, threads: 2, seed: 3), single = net.Share();
        int chunk = BehaviourNetworks.Assembly[name].GradientChunk;
        foreach (int count in new[] { chunk, chunk + 1, 67 })
        {
            float[] x = new RandomValues(count).Normals(net.InputSize * count);
            (float loss, float[] inputGradient) = Differentiate(net, x);
            float[] gradient = net.GradientMemory.ToArray();
            double[] sum = new double[gradient.Length];
            double losses = 0;
            for (int n = 0; n < count; n++)
            {
                float[] sample = x[(n * net.InputSize)..((n + 1) * net.InputSize)];
                (float one, float[] oneInputGradient) = Differentiate(single, sample, n);
                losses += one / (double)count;
                for (int i = 0; i < sum.Length; i++)
                    sum[i] += single.GradientMemory[i] / (double)count;
                Near.Equal(oneInputGradient.Select(g => g / (double)count).ToArray(), inputGradient.AsSpan(n * net.InputSize, net.InputSize), 1e-6);
            }

            Near.Equal([losses], [loss], 1e-4);
            Near.Equal(sum, gradient, 2e-5 * Math.Max(1, sum.Max(Math.Abs)));
            Differentiate(net, x);
            new Sgd(0.01f).Step(net);
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Bits_DoNotDependOnThreads(string name, Isa isa)
    {
        float[]? expected = null;
        foreach (int threads in new[] { 1, 2, 3 })
        {
            using Network net = BehaviourNetworks.Create(name, isa, threads, seed: 9);

            // A smaller batch after a larger one, and one with more parts than lanes.
            float[] x = new RandomValues(5).Normals(net.InputSize * 197);
            float[] found = [.. new[] { 83, 65, 197 }.SelectMany(count =>
            {
                (float loss, float[] inputGradient) = Differentiate(net, x[..(net.InputSize * count)]);
                return inputGradient.Append(loss).Concat(net.GradientMemory.ToArray());
            })];
            Assert.Equal(expected ??= found, found);
        }
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Calls_AfterTheFirst_AllocateNothing(Isa isa)
    {
        using Network net = BehaviourNetworks.Create("LeNet5", isa, threads: 2);
        float[] x = new RandomValues(6).Normals(net.InputSize * 40), inputGradient = new float[x.Length];
        int[] labels = new int[40];

        // The pool may be another test's at first; its threads start, and are woken, when it is ours.
        for (int call = 0; call < 20; call++)
            net.Gradient(x, labels, inputGradient);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 5; call++)
            net.Gradient(x, labels, inputGradient);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>A batch norm behind a dropout takes the whole batch at once, and leaves the masks to be seen.</summary>
    [Theory, MemberData(nameof(EveryIsa))]
    public void Masks_AreThoseOfTheWholeBatch(Isa isa)
    {
        foreach (string name in new[] { "Dropped", "ChannelsDropped" })
        {
            using Network parts = BehaviourNetworks.Create(name, isa, threads: 2, seed: 7), whole = BehaviourNetworks.Create(name + "Norm", isa, threads: 2, seed: 7);
            float[] x = new RandomValues(8).Normals(parts.InputSize * 203).Select(v => v + (v < 0 ? -1 : 1)).ToArray(), targets = new RandomValues(9).Normals(x.Length);
            Assert.True(BehaviourNetworks.Assembly[name].GradientChunk is > 0 and < 100);
            Assert.Equal(0, BehaviourNetworks.Assembly[name + "Norm"].GradientChunk);
            for (int call = 0; call < 2; call++)
            {
                bool[] expected = [.. whole.GradientFor(x, targets).InputGradient.Select(g => g != 0)];
                bool[] found = [.. parts.GradientFor(x, x.Select(v => 100 + v).ToArray()).InputGradient.Select(g => g != 0)];
                Assert.InRange(found.Count(kept => kept) / (double)x.Length, 0.65, 0.75);
                Assert.Equal(expected, found);
            }
        }
    }

    private static (float Loss, float[] InputGradient) Differentiate(Network net, float[] x, int first = 0)
    {
        int count = x.Length / net.InputSize;
        return net.OutputSize == 3
            ? net.GradientFor(x, [.. Enumerable.Range(first * 3, count * 3).Select(i => MathF.Cos(i))])
            : net.GradientForLabels(x, [.. Enumerable.Range(first, count).Select(i => i * 3 % net.OutputSize)]);
    }
}
