using System;
using System.Linq;
using System.Threading.Tasks;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class NetworkTests
{
    private static float[] Input(int count) => [.. Enumerable.Range(0, count * FakeNetwork.Inputs).Select(i => MathF.Sin(i))];

    [Fact]
    public void Predict_LongerThanChunk_IsCutAndEqualsSingleSamples()
    {
        using var net = new FakeNetwork(new NetworkOptions { Threads = 2 });
        float[] input = Input(13);
        var output = new float[13 * 3];
        net.Predict(input, output);
        Assert.Equal([(5, 5L, 0u), (5, 5L, 0u), (3, 5L, 0u)], net.Passes);
        var one = new float[3];
        for (int n = 0; n < 13; n++)
        {
            net.Predict(input.AsSpan(n * 4, 4), one);
            Assert.Equal(output.AsSpan(n * 3, 3).ToArray(), one);
        }

        Assert.False(net.SawDirtyMemory);
    }

    [Fact]
    public void Predict_MatchesCanonicalWeights()
    {
        using var net = new FakeNetwork();
        net.Parameters[0].CopyFrom([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        net.Parameters[1].CopyFrom([0.5f, -0.5f, 0]);
        var output = new float[3];
        net.Predict([1, 0, 0, 1], output);
        Assert.Equal([5.5f, 12.5f, 21f], output);
    }

    [Theory]
    [InlineData(0, 0, "input must hold a whole number of 4 samples")]
    [InlineData(7, 3, "found 7")]
    [InlineData(8, 5, "output must have 6 elements for 2 samples (3 each); found 5")]
    public void Predict_WrongLength_NamesClassExpectedAndFound(int inputs, int outputs, string expected)
    {
        using var net = new FakeNetwork();
        var failure = Assert.Throws<ArgumentException>(() => net.Predict(new float[inputs], new float[outputs]));
        Assert.Contains(expected, failure.Message);
        Assert.StartsWith("Fake.Predict: ", failure.Message);
    }

    [Fact]
    public void Predict_OverlappingSpans_Throws()
    {
        using var net = new FakeNetwork();
        var both = new float[8];
        Assert.Contains("overlaps", Assert.Throws<ArgumentException>(() => net.Predict(both.AsSpan(0, 4), both.AsSpan(2, 3))).Message);
    }

    [Fact]
    public void Memory_GrowsNeverShrinks_AndIsCounted()
    {
        using var net = new FakeNetwork(new NetworkOptions { MaxBatch = 2 });
        long weights = (96 + 16) * 4;
        Assert.Equal(weights + (48 + 32) * 4, net.NativeBytes); // 2 * 20 floats, rounded up to 48, and scratch
        net.Predict(Input(1), new float[3]);
        Assert.Equal(2, net.Passes[^1].Capacity);
        net.Predict(Input(4), new float[12]);
        Assert.Equal(4, net.Passes[^1].Capacity);
        net.Predict(Input(1), new float[3]);
        Assert.Equal(4, net.Passes[^1].Capacity);
        weights += 16 * 4; // what prediction derives from them
        Assert.Equal(weights + (80 + 32) * 4, net.NativeBytes);
        net.Gradient(Input(1), new int[1]);
        Assert.Equal(2, net.Passes[^1].Capacity);
        net.Gradient(Input(9), new int[9]);
        Assert.Equal(9, net.Passes[^1].Capacity);
        Assert.Equal(weights + (80 + 32) * 4 + 80 * 4 + (9 * 48 + 16) * 4 + 9 * 8, net.NativeBytes);
        Assert.False(net.SawDirtyMemory);
    }

    [Fact]
    public void Gradient_Labels_GivesLossAndGradients()
    {
        using var net = new FakeNetwork();
        net.Parameters[0].CopyFrom([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        net.Parameters[1].CopyFrom([0, 0, 0]);
        Assert.True(net.GradientMemory.IsEmpty);
        var inputGradient = new float[8];
        float loss = net.Gradient([1, 0, 0, 0, 0, 1, 0, 0], [0, 2], inputGradient);
        Assert.Equal((1 + 10) / 2f, loss);
        var gradient = new float[12];
        net.Parameters[0].CopyGradientTo(gradient);
        Assert.Equal([0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0.5f, 0, 0], gradient);
        Assert.Equal([0.5f, 1, 1.5f, 2, 4.5f, 5, 5.5f, 6], inputGradient);
        Assert.Equal(80, net.GradientMemory.Length);
        Assert.Equal(80, net.ParameterMemory.Length);
        Assert.Equal(1f, net.ParameterMemory.Slice(0, 1)[0]);
    }

    [Fact]
    public void Gradient_Values_UsesTargets()
    {
        using var net = new FakeNetwork(FakeNetwork.Define(TargetKind.Values));
        net.Parameters[0].CopyFrom(Enumerable.Repeat(1f, 12).ToArray());
        net.Parameters[1].CopyFrom(new float[3]);
        Assert.Equal(10 * (1 + 2 + 3), net.Gradient([1f, 2, 3, 4], [1f, 2, 3]));
    }

    [Fact]
    public void Gradient_WrongUse_NamesTheMistake()
    {
        using var net = new FakeNetwork();
        Assert.Contains("labels must have 2 elements for 2 samples (1 each); found 3", Assert.Throws<ArgumentException>(() => net.Gradient(Input(2), new int[3])).Message);
        Assert.Contains("labels[1] is 3, but a label must be from 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => net.Gradient(Input(2), [0, 3])).Message);
        Assert.Contains("labels[0] is -1", Assert.Throws<ArgumentOutOfRangeException>(() => net.Gradient(Input(1), [-1])).Message);
        Assert.Contains("inputGradient must have 8", Assert.Throws<ArgumentException>(() => net.Gradient(Input(2), new int[2], new float[7])).Message);
        Assert.Contains("CrossEntropyLoss", Assert.Throws<InvalidOperationException>(() => net.Gradient(Input(1), new float[3])).Message);
        using var values = new FakeNetwork(FakeNetwork.Define(TargetKind.Values));
        Assert.Contains("MeanSquaredErrorLoss", Assert.Throws<InvalidOperationException>(() => values.Gradient(Input(1), new int[1])).Message);
        Assert.Contains("targets must have 3", Assert.Throws<ArgumentException>(() => values.Gradient(Input(1), new float[4])).Message);
        Assert.Empty(net.Passes);
    }

    [Fact]
    public void Gradient_Key_DiffersPerCallAndShare_AndRepeatsWithTheSeed()
    {
        uint[] first = Keys(1), again = Keys(1), other = Keys(2);
        Assert.Equal(first, again);
        Assert.Equal(6, first.Concat(other).Distinct().Count());

        static uint[] Keys(int seed)
        {
            using var net = new FakeNetwork(new NetworkOptions { Seed = seed });
            using var share = (FakeNetwork)net.Share();
            net.Gradient(Input(1), new int[1]);
            net.Gradient(Input(1), new int[1]);
            share.Gradient(Input(1), new int[1]);
            return [.. net.Passes.Concat(share.Passes).Select(pass => pass.Key)];
        }
    }

    [Fact]
    public void Share_SeesTheSameWeights_AndOutlivesItsOrigin()
    {
        var net = new FakeNetwork();
        using CnnCompiler.Network share = net.Share();
        net.Parameters[1].CopyFrom([7, 8, 9]);
        net.Gradient(Input(1), new int[1]);
        Assert.True(share.GradientMemory.IsEmpty);
        net.Dispose();
        net.Dispose();
        var bias = new float[3];
        share.Parameters[1].CopyTo(bias);
        Assert.Equal([7, 8, 9], bias);
        share.Buffers[0].CopyTo(bias);
        Assert.Equal(1, bias[0]);
        share.Predict(Input(1), bias);
    }

    [Fact]
    public void Disposed_EverythingThrows()
    {
        var net = new FakeNetwork();
        Parameter parameter = net.Parameters[0];
        net.Dispose();
        Assert.Throws<ObjectDisposedException>(() => net.Predict(Input(1), new float[3]));
        Assert.Throws<ObjectDisposedException>(() => net.Gradient(Input(1), new int[1]));
        Assert.Throws<ObjectDisposedException>(() => net.Share());
        Assert.Throws<ObjectDisposedException>(() => parameter.CopyTo(new float[12]));
        Assert.Throws<ObjectDisposedException>(() => net.ParameterMemory.Length);
        Assert.Throws<ObjectDisposedException>(() => net.Save("never"));
        Assert.Equal(0, net.NativeBytes);
    }

    [Fact]
    public async Task Call_WhileAnotherRuns_PointsToShare()
    {
        using var net = new FakeNetwork();
        InvalidOperationException? inner = null, dispose = null;
        net.Inside = () =>
        {
            net.Inside = null;
            inner = Assert.Throws<InvalidOperationException>(() => net.Predict(Input(1), new float[3]));
            dispose = Assert.Throws<InvalidOperationException>(net.Dispose);
        };
        await Task.Run(() => net.Predict(Input(1), new float[3]));
        Assert.Contains("Share()", inner!.Message);
        Assert.NotNull(dispose);
        net.Predict(Input(1), new float[3]);
    }

    [Fact]
    public void Call_AfterAnExceptionInAPass_Works()
    {
        using var net = new FakeNetwork(new NetworkOptions { Threads = 2 });
        net.Inside = () => throw new InvalidOperationException("inside");
        Assert.Equal("inside", Assert.Throws<InvalidOperationException>(() => net.Predict(Input(1), new float[3])).Message);
        net.Inside = null;
        net.Predict(Input(1), new float[3]);
    }

    [Fact]
    public void Calls_AllocateNothing()
    {
        using var net = new FakeNetwork(new NetworkOptions { Threads = 2 });
        float[] input = Input(5), output = new float[15];
        int[] labels = new int[5];
        for (int i = 0; i < 200; i++)
            Both();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Both();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Both()
        {
            net.Predict(input, output);
            net.Gradient(input, labels);
        }
    }

    [Fact]
    public void Options_OutOfRange_AreNamed()
    {
        Assert.Contains("Threads must be at least 1, found 0", Assert.Throws<ArgumentOutOfRangeException>(() => new FakeNetwork(new NetworkOptions { Threads = 0 })).Message);
        Assert.Contains("MaxBatch must be at least 1, found -1", Assert.Throws<ArgumentOutOfRangeException>(() => new FakeNetwork(new NetworkOptions { MaxBatch = -1 })).Message);
        Assert.Contains("Isa", Assert.Throws<ArgumentOutOfRangeException>(() => new FakeNetwork(new NetworkOptions { Isa = (Isa)9 })).Message);
        foreach (Isa isa in Enum.GetValues<Isa>())
        {
            using var net = new FakeNetwork(new NetworkOptions { Isa = isa });
            Assert.Equal(isa, net.Isa);
        }
    }

    [Fact]
    public void Isa_IsOneOfTheCompiled()
    {
        foreach (Isa only in Enum.GetValues<Isa>())
        {
            using FakeNetwork net = Compiled(null, only);
            Assert.Equal(only, net.Isa);
        }

        using FakeNetwork best = Compiled(null, Isa.Portable, Isa.Avx2, Isa.Avx512), lowest = Compiled(null, Isa.Avx2, Isa.Avx512);
        Assert.Equal(best.Isa == Isa.Portable ? Isa.Avx2 : best.Isa, lowest.Isa);
        var failure = Assert.Throws<ArgumentException>(() => Compiled(Isa.Avx512, Isa.Portable, Isa.Avx2));
        Assert.StartsWith("Fake: NetworkOptions.Isa is Avx512, but kernels were generated for Portable, Avx2 only", failure.Message);

        static FakeNetwork Compiled(Isa? forced, params Isa[] isas) => new(FakeNetwork.Define(TargetKind.Labels, isas: isas), new NetworkOptions { Isa = forced });
    }
}
