using System;
using System.Linq;
using CnnCompiler.Initialization;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class RandomTensorTests
{
    private readonly RandomTensor _tensor = new(7, 2);

    [Fact]
    public void Parts_AreThoseOfTheWhole()
    {
        float[] uniform = Uniform(0, 100), normal = Normal(0, 100);
        Assert.Equal(uniform[48..79], Uniform(48, 31));
        Assert.Equal(normal[64..], Normal(64, 36));
        Assert.Equal(normal[..5], Normal(0, 5));
        Assert.Throws<ArgumentException>(() => Uniform(8, 16));
    }

    [Fact]
    public void Tensors_DifferBySeedAndNumber()
    {
        float[] values = Uniform(0, 16);
        Assert.NotEqual(values, Draw(new RandomTensor(8, 2)));
        Assert.NotEqual(values, Draw(new RandomTensor(7, 3)));
        Assert.Equal(values, Draw(new RandomTensor(7, 2)));

        static float[] Draw(RandomTensor tensor)
        {
            var drawn = new float[16];
            tensor.DrawUniform(0, drawn, 1.5);
            return drawn;
        }
    }

    // Splitmix64 of position k, then the formulas of Box and Muller in 64-bit floats.
    [Fact]
    public void Values_AreThoseOfTheFormulas()
    {
        float[] uniform = Uniform(160, 16), normal = Normal(160, 16);
        ulong start = RandomStream.Mix(7, 2);
        int[] bits = [.. Enumerable.Range(0, 16).Select(i => (int)(Number(start + (ulong)(80 + i / 2 + 1) * RandomStream.Golden) >> (i % 2 * 32)))];
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(((bits[i] >> 8) + 0.5) / (1 << 23) * 1.5, uniform[i], 6);
            double radius = Math.Sqrt(-2 * Math.Log(((bits[i] >>> 9) + 0.5) / (1 << 23)));
            int second = bits[8 + i];
            double angle = ((second >> 9) + 0.5) / (1 << 22) * (Math.PI / 4);
            (double sine, double cosine) = Math.SinCos(angle);
            (double x, double y) = (second & 2) == 0 ? (cosine, sine) : (sine, cosine);
            double scale = 2 * radius * ((second & 1) == 0 ? 1 : -1);
            Assert.InRange(normal[i] - x * scale, -4e-6, 4e-6);
            Assert.InRange(normal[8 + i] - y * scale, -4e-6, 4e-6);
        }

        static ulong Number(ulong z)
        {
            z = (z ^ (z >> 30)) * RandomStream.FirstFactor;
            z = (z ^ (z >> 27)) * RandomStream.SecondFactor;
            return z ^ (z >> 31);
        }
    }

    // The bits that every machine has to draw.
    [Fact]
    public void Values_AreTheSameOnEveryMachine()
    {
        Assert.Equal(12855175893713021563, Bits(Uniform(0, 4096)));
        Assert.Equal(14344814889605746537, Bits(Normal(0, 4096)));

        static ulong Bits(float[] values) => values.Aggregate(0UL, (sum, value) => unchecked(sum * 31 + BitConverter.SingleToUInt32Bits(value)));
    }

    [Fact]
    public void Normal_IsNormalInBothHalvesOfABlock()
    {
        float[] values = Normal(0, 1 << 20);
        float[][] halves = [[.. values.Where((_, i) => i % 16 < 8)], [.. values.Where((_, i) => i % 16 >= 8)]];
        foreach (float[] half in halves)
        {
            Assert.InRange(half.Average(v => (double)v), -0.01, 0.01);
            Assert.InRange(half.Average(v => (double)v * v), 4 * 0.99, 4 * 1.01);
            Assert.InRange(half.Average(v => Math.Pow(v / 2.0, 4)), 2.95, 3.05);
            Assert.InRange(half.Average(v => Math.Pow(v / 2.0, 3)), -0.02, 0.02);
            Assert.InRange(half.Count(v => Math.Abs(v) > 6) / (double)half.Length, 0.0024, 0.0030);
        }

        // Sine and cosine of one angle: uncorrelated, and so are their squares.
        Assert.InRange(halves[0].Zip(halves[1], (a, b) => (double)a * b).Average(), -0.02, 0.02);
        Assert.InRange(halves[0].Zip(halves[1], (a, b) => (a * (double)a - 4) * (b * (double)b - 4)).Average(), -0.15, 0.15);
    }

    private float[] Uniform(long first, int count)
    {
        var values = new float[count];
        _tensor.DrawUniform(first, values, 1.5);
        return values;
    }

    private float[] Normal(long first, int count)
    {
        var values = new float[count];
        _tensor.DrawNormal(first, values, 2);
        return values;
    }
}
