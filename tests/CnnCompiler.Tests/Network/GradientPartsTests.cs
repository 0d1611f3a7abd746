using System;
using System.Linq;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

/// <summary>Gradients of batches that are longer than a part: the gradient of the batch, the same bits on any number of threads, memory of a part for each thread.</summary>
[Collection(AloneCollection.Name)]
public sealed class GradientPartsTests
{
    private const int Chunk = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(8 * Chunk)]
    [InlineData(97)]
    public void Gradient_IsTheMeanOfSingleSamples_AndItsBitsDoNotDependOnThreads(int count)
    {
        using FakeNetwork one = Create(1);
        float[] input = Input(count), inputGradient = new float[input.Length];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i * 7 % 3)];
        one.Gradient(input.AsSpan(0, FakeNetwork.Inputs), labels.AsSpan(0, 1));
        float loss = one.Gradient(input, labels, inputGradient);
        float[] gradient = one.GradientMemory.ToArray();

        double[] sum = new double[gradient.Length];
        double losses = 0;
        float[] singleInputGradient = new float[FakeNetwork.Inputs];
        for (int n = 0; n < count; n++)
        {
            losses += one.Gradient(input.AsSpan(n * 4, 4), labels.AsSpan(n, 1), singleInputGradient) / count;
            for (int i = 0; i < sum.Length; i++)
                sum[i] += one.GradientMemory[i] / (double)count;
            Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(singleInputGradient[i] / count, inputGradient[n * 4 + i], 1e-6));
        }

        Assert.Equal(losses, loss, 1e-5);
        Assert.All(Enumerable.Range(0, sum.Length), i => Assert.Equal(sum[i], gradient[i], 1e-5));

        foreach (int threads in new[] { 2, 3, 8 })
        {
            using FakeNetwork many = Create(threads);
            float[] manyInputGradient = new float[input.Length];
            for (int call = 0; call < 20; call++)
            {
                Assert.Equal(loss, many.Gradient(input, labels, manyInputGradient));
                Assert.Equal(gradient, many.GradientMemory.ToArray());
                Assert.Equal(inputGradient, manyInputGradient);
            }
        }
    }

    [Fact]
    public void Parts_AreConsecutiveAndEvenInNumber()
    {
        using FakeNetwork net = Create(1);
        net.Gradient(Input(Chunk), new int[Chunk]);
        Assert.Equal([(0, Chunk, Chunk)], net.Parts);
        net.Parts.Clear();
        net.Gradient(Input(9), new int[9]);
        Assert.Equal([(0, 2, 9), (2, 2, 9), (4, 2, 9), (6, 3, 9)], net.Parts);
        Assert.Equal(2, net.GradientPreparations);

        net.Parts.Clear();
        net.Gradient(Input(97), new int[97]);
        Assert.Equal(26, net.Parts.Count);
        int next = 0;
        foreach ((int first, int count, int batch) in net.Parts)
        {
            Assert.Equal((next, 97), (first, batch));
            Assert.InRange(count, 1, Chunk);
            next += count;
        }

        Assert.Equal(97, next);
        Assert.All(net.Passes, pass => Assert.InRange(pass.Capacity, 1, Chunk));
        Assert.False(net.SawDirtyMemory);
    }

    [Fact]
    public void Memory_IsThatOfParts_HoweverLongTheBatch()
    {
        using FakeNetwork net = Create(2);
        long before = net.NativeBytes;
        net.Gradient(Input(1), new int[1]);
        long ofOne = 4 * (80 + 16 + 48 + 16) + 8; // gradients, what is prepared, values, scratch, a loss
        Assert.Equal(ofOne, net.NativeBytes - before);

        net.Gradient(Input(Chunk), new int[Chunk]);
        long ofPart = ofOne + (Chunk - 1) * (48 * 4 + 8);
        Assert.Equal(ofPart, net.NativeBytes - before);

        // A second thread, seven more lanes, and for each thread the gradient of a part.
        net.Gradient(Input(1000), new int[1000]);
        long ofParts = ofPart + 4 * (Chunk * 48 + 16 + 7 * 80 + 2 * 80);
        Assert.Equal(ofParts + (1000 - Chunk) * 8, net.NativeBytes - before);
        net.Gradient(Input(5), new int[5]);
        net.Gradient(Input(2000), new int[2000]);
        Assert.Equal(ofParts + (2000 - Chunk) * 8, net.NativeBytes - before);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Calls_AllocateNothing(int threads)
    {
        using FakeNetwork net = Create(threads);
        float[] input = Input(97);
        int[] labels = new int[97];
        for (int i = 0; i < 50; i++)
            net.Gradient(input, labels);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            net.Gradient(input, labels);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ExceptionInAPart_ReachesTheCaller_AndTheNextCallWorks(int threads)
    {
        using FakeNetwork net = Create(threads);
        float[] input = Input(97);
        net.Gradient(input, new int[97]);
        float[] expected = net.GradientMemory.ToArray();
        for (int i = 0; i < 50; i++)
        {
            net.Inside = () => throw new InvalidOperationException("inside");
            Assert.Equal("inside", Assert.Throws<InvalidOperationException>(() => net.Gradient(input, new int[97])).Message);
            net.Inside = null;
            net.Gradient(input, new int[97]);
            Assert.Equal(expected, net.GradientMemory.ToArray());
        }
    }

    [Fact]
    public void Trace_HasTheCallsOfAllParts()
    {
        using FakeNetwork net = Create(3);
        net.Trace = new KernelTrace(100);
        net.Gradient(Input(97), new int[97]);
        Assert.Equal(26, net.Trace.Calls);
        Assert.Equal(net.Parts.Order(), net.Parts);
    }

    private static FakeNetwork Create(int threads) =>
        new(FakeNetwork.Define(TargetKind.Labels, gradientChunk: Chunk), new NetworkOptions { Threads = threads, MaxBatch = 1 });

    private static float[] Input(int count) => [.. Enumerable.Range(0, count * FakeNetwork.Inputs).Select(i => MathF.Sin(i))];
}
