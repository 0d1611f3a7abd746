using System;
using System.Linq;
using System.Threading.Tasks;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Instances: shared weights, growing batches, threads, frozen layers.</summary>
public sealed class InstanceTests
{
    private static readonly string[] _networks = ["LeNet5", "Mixed", "SignalNet"];

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

    [Theory, MemberData(nameof(Pairs))]
    public void Share_PredictsTheSame_FromAnotherThread_AndSeesChangedWeights(string name, Isa isa)
    {
        using Network net = BehaviourNetworks.Create(name, isa);
        using Network shared = net.Share();
        float[] x = new RandomValues(1).Normals(net.InputSize * 4), expected = net.Predict(x);
        float[][] found = new float[2][];
        Parallel.Invoke(() => found[0] = net.Predict(x), () => found[1] = shared.Predict(x));
        Assert.Equal(expected, found[0]);
        Assert.Equal(expected, found[1]);

        Parameter last = net.Parameters[^1];
        net.With(last.Name, Enumerable.Repeat(0.5f, last.Length).ToArray());
        Assert.NotEqual(expected, shared.Predict(x));
        Assert.Equal(net.Predict(x), shared.Predict(x));
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Share_OutlivesTheFirstInstance(string name, Isa isa)
    {
        Network net = BehaviourNetworks.Create(name, isa);
        using Network shared = net.Share();
        float[] x = new RandomValues(2).Normals(net.InputSize), expected = net.Predict(x);
        net.Dispose();
        Assert.Equal(expected, shared.Predict(x));
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Batch_MayGrowAndShrink(string name, Isa isa)
    {
        using Network net = BehaviourNetworks.Create(name, isa);
        float[] x = new RandomValues(3).Normals(net.InputSize * 70);
        float[] one = net.Predict(x[..net.InputSize]), all = net.Predict(x);
        Assert.Equal(one, net.Predict(x[..net.InputSize]));
        Assert.Equal(all, net.Predict(x));

        // Sums of a batch of another size may be taken in another order.
        Near.Equal(one, all.AsSpan(0, net.OutputSize), 1e-5);
        for (int batch = 1; batch < 70; batch += 11)
            Near.Equal(all.AsSpan(0, batch * net.OutputSize), net.Predict(x[..(batch * net.InputSize)]), 1e-5);
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Bits_DoNotDependOnThreads(string name, Isa isa)
    {
        float[]? expectedOutput = null, expectedGradient = null;
        foreach (int threads in new[] { 1, 2, 3, 5 })
        {
            using Network net = BehaviourNetworks.Create(name, isa, threads, seed: 9);
            float[] x = new RandomValues(5).Normals(net.InputSize * 13), output = net.Predict(x);
            Differentiate(net, x);
            float[] gradient = net.Parameters.SelectMany(p => net.GradientOf(p.Name)).Concat(net.Buffers.SelectMany(b => net.Values(b.Name))).ToArray();
            Assert.Equal(expectedOutput ??= output, output);
            Assert.Equal(expectedGradient ??= gradient, gradient);
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Calls_AfterTheFirst_AllocateNothing(string name, Isa isa)
    {
        using Network net = BehaviourNetworks.Create(name, isa, threads: 2);
        float[] x = new RandomValues(6).Normals(net.InputSize * 6), output = new float[net.OutputSize * 6];
        net.Predict(x, output);
        Differentiate(net, x);
        net.Predict(x, output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 5; call++)
            net.Predict(x, output);
        long predict = GC.GetAllocatedBytesForCurrentThread() - before;

        int[] labels = new int[6];
        float[] targets = new float[6 * net.OutputSize], gradient = new float[x.Length];
        bool isClassifier = name != "SignalNet";
        before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 5; call++)
            _ = isClassifier ? net.Gradient(x, labels, gradient) : net.Gradient(x, targets.AsSpan(), gradient);
        long gradients = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(predict == 0 && gradients == 0, $"{name}, {isa}: {predict} bytes by 5 x Predict, {gradients} by 5 x Gradient");
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Seeds_GiveTheSameParametersOnEveryIsa(string name, Isa isa)
    {
        using Network net = BehaviourNetworks.Create(name, isa, seed: 3), same = BehaviourNetworks.Create(name, Isa.Portable, threads: 2, seed: 3), other = BehaviourNetworks.Create(name, isa, seed: 4);
        Assert.All(net.Parameters, p => Assert.Equal(same.Values(p.Name), net.Values(p.Name)));
        Assert.Contains(net.Parameters, p => !other.Values(p.Name).SequenceEqual(net.Values(p.Name)));
    }

    [Fact]
    public void Frozen_HasNoGradient_AndPassesOneOn()
    {
        using Network half = BehaviourNetworks.Create("HalfFrozen", Isa.Portable), all = BehaviourNetworks.Create("AllFrozen", Isa.Portable);
        Assert.Equal([false, false, true, true], half.Parameters.Select(p => p.Trainable));
        Assert.Contains(half.GradientFor([1, 2, 3, 4], [9, 9]).InputGradient, g => g != 0);
        Assert.Contains(all.GradientFor([1, 2, 3, 4], [9, 9, 9]).InputGradient, g => g != 0);
        Assert.Throws<InvalidOperationException>(() => half.GradientOf("dense1.weight"));
    }

    private static void Differentiate(Network net, float[] x)
    {
        int count = x.Length / net.InputSize;
        if (net.OutputSize == 3)
            net.Gradient(x, new float[count * 3].AsSpan());
        else
            net.Gradient(x, new int[count]);
    }
}
