using System;
using System.Linq;
using CnnCompiler.Initialization;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class ParameterInitializerTests
{
    [Fact]
    public void RandomStream_IsXoshiro()
    {
        // Independent of the state's seeding: two streams of the same seed and number agree, others do not.
        var first = new RandomStream(5, 3);
        var same = new RandomStream(5, 3);
        var otherStream = new RandomStream(5, 4);
        var otherSeed = new RandomStream(6, 3);
        ulong a = first.Next();
        Assert.Equal(a, same.Next());
        Assert.NotEqual(a, otherStream.Next());
        Assert.NotEqual(a, otherSeed.Next());
    }

    [Fact]
    public void Uniform_HasItsMomentsAndBounds()
    {
        float[] values = Draw(new Initializer(InitializerKind.Uniform, 0.25), [200, 500]);
        Assert.InRange(values.Average(), -0.002, 0.002);
        Assert.InRange(values.Average(v => v * v), 0.0625 / 3 * 0.98, 0.0625 / 3 * 1.02);
        Assert.InRange(values.Max(), 0.2499f, 0.25f);
        Assert.InRange(values.Min(), -0.25f, -0.2499f);
    }

    [Fact]
    public void Normal_HasItsMoments()
    {
        float[] values = Draw(new Initializer(InitializerKind.Normal, 0.1), [100000]);
        Assert.InRange(values.Average(), -0.002, 0.002);
        Assert.InRange(Math.Sqrt(values.Average(v => v * v)), 0.099, 0.101);
        Assert.InRange(values.Average(v => Math.Pow(v / 0.1, 4)), 2.9, 3.1);
        Assert.InRange(values.Count(v => Math.Abs(v) > 0.2) / 100000.0, 0.0435, 0.0475);
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(16, 27)]
    [InlineData(27, 16)]
    [InlineData(1, 5)]
    [InlineData(70, 300)]
    [InlineData(83, 83)]
    public void Orthogonal_IsOrthonormal(int rows, int columns)
    {
        float[] values = Draw(new Initializer(InitializerKind.Orthogonal, 2), [rows, columns]);
        bool tall = rows > columns;
        int count = Math.Min(rows, columns);
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double dot = Enumerable.Range(0, Math.Max(rows, columns)).Sum(i => (double)At(a, i) * At(b, i));
                Assert.Equal(a == b ? 4 : 0, dot, 5);
            }
        }

        float At(int vector, int i) => tall ? values[i * columns + vector] : values[vector * columns + i];
    }

    [Fact]
    public void Identity_HasOneAtTheCentre()
    {
        float[] values = Draw(new Initializer(InitializerKind.Identity, 1.5), [3, 2, 3, 5]);
        Assert.Equal(3f, values.Sum());
        Assert.Equal(1.5f, values[((0 * 2 + 0) * 3 + 1) * 5 + 2]);
        Assert.Equal(1.5f, values[((1 * 2 + 1) * 3 + 1) * 5 + 2]);
        Assert.Equal([1, 0, 0, 0, 1, 0], Draw(new Initializer(InitializerKind.Identity, 1), [2, 3]));

        // PyTorch: dirac_(zeros(4, 2, 1), groups=2) and dirac_(zeros(4, 1, 3), groups=2).
        Assert.Equal([1, 0, 0, 1, 1, 0, 0, 1], Draw(new Initializer(InitializerKind.Identity, 1, Groups: 2), [4, 2, 1]));
        Assert.Equal([0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0], Draw(new Initializer(InitializerKind.Identity, 1, Groups: 2), [4, 1, 3]));
    }

    [Fact]
    public void Values_DependOnSeedAndPlace_NotOnPacking()
    {
        var uniform = new Initializer(InitializerKind.Uniform, 1);
        Assert.Equal(Draw(uniform, [6, 7], seed: 3), Draw(uniform, [6, 7], seed: 3));
        Assert.NotEqual(Draw(uniform, [6, 7], seed: 3), Draw(uniform, [6, 7], seed: 4));
        var transposed = new PackedLayout([6, 7], [new([1, 0], 1, 1, 0), new([0, 1], 1, 6, 0)]);
        Assert.Equal(Draw(uniform, [6, 7], seed: 3), Draw(uniform, [6, 7], seed: 3, transposed));
        using var first = new FakeNetwork(new NetworkOptions { Seed = -1 });
        using var same = new FakeNetwork(new NetworkOptions { Seed = -1 });
        Assert.Equal(first.ParameterMemory.ToArray(), same.ParameterMemory.ToArray());
    }

    [Theory]
    [InlineData(InitializerKind.Uniform)]
    [InlineData(InitializerKind.Normal)]
    [InlineData(InitializerKind.Orthogonal)]
    public void Values_DoNotDependOnThreads(InitializerKind kind)
    {
        // More rows than one thread draws at a time.
        int[] shape = [400, 41, 3, 11];
        if (kind == InitializerKind.Orthogonal)
            shape = [40, 61];
        Assert.Equal(Draw(new Initializer(kind, 1), shape), Draw(new Initializer(kind, 1), shape, threads: 3));
    }

    private static float[] Draw(Initializer initializer, int[] shape, int seed = 1, PackedLayout? layout = null, int threads = 1)
    {
        int length = shape.Aggregate(1, (product, size) => product * size);
        NetworkDefinition fake = FakeNetwork.Define(TargetKind.Labels);
        var definition = new NetworkDefinition
        {
            Name = "Init",
            InputShape = [4],
            OutputShape = [3],
            Targets = TargetKind.Labels,
            Parameters = [new("p", shape, 0, length, layout ?? PackedLayout.Flat(length), initializer, true)],
            Buffers = [],
            Isas = fake.Isas,
            ParameterFloats = length,
            TrainableFloats = length,
            BufferFloats = 0,
            PredictChunk = 1,
            PredictValueFloats = 0,
            PredictScratchFloats = 0,
            GradientValueFloats = 0,
            GradientScratchFloats = 0,
            Summary = fake.Summary,
        };
        using var net = new FakeNetwork(definition, new NetworkOptions { Seed = seed, Threads = threads });
        var values = new float[length];
        net.Parameters[0].CopyTo(values);
        return values;
    }
}
