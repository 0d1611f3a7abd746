using System;
using System.Linq;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

public sealed unsafe class ParameterTests
{
    [Fact]
    public void Shape_PrintsWithX()
    {
        Assert.Equal("6x1x5x5", new TensorShape(6, 1, 5, 5).ToString());
        Assert.Equal("10", new TensorShape(10).ToString());
        Assert.Equal("scalar", new TensorShape().ToString());
        Assert.Equal(new TensorShape(2, 3), new TensorShape(2, 3));
        Assert.NotEqual(new TensorShape(2, 3), new TensorShape(3, 2));
        Assert.Throws<ArgumentException>(() => new TensorShape(2, -1));
        Assert.Throws<OverflowException>(() => new TensorShape(int.MaxValue, int.MaxValue, int.MaxValue));
        Assert.Equal(0, new TensorShape(int.MaxValue, int.MaxValue, int.MaxValue, 0).ElementCount);
    }

    [Fact]
    public void Copies_RoundTripAndCheckLengths()
    {
        using var net = new FakeNetwork();
        Parameter weight = net.Parameters[0];
        float[] values = [.. Enumerable.Range(1, 12).Select(i => (float)i)];
        weight.CopyFrom(values);
        var back = new float[12];
        weight.CopyTo(back);
        Assert.Equal(values, back);
        Assert.Equal(values.Sum(), net.ParameterMemory[..64].ToArray().Sum()); // padding is zero
        Assert.Contains("'dense1.weight' (3x4) needs 12 floats, found 11", Assert.Throws<ArgumentException>(() => weight.CopyTo(new float[11])).Message);
        Assert.Contains("'dense1.weight' (3x4) needs 12 floats, found 13", Assert.Throws<ArgumentException>(() => weight.CopyFrom(new float[13])).Message);
        Assert.Contains("'dense1.weight'", Assert.Throws<ArgumentException>(() => weight.CopyGradientTo(new float[1])).Message);
    }

    [Fact]
    public void CopyGradientTo_WithoutGradient_SaysWhy()
    {
        using var net = new FakeNetwork();
        Assert.Contains("call Gradient first", Assert.Throws<InvalidOperationException>(() => net.Parameters[0].CopyGradientTo(new float[12])).Message);
        Assert.Contains("frozen", Assert.Throws<InvalidOperationException>(() => net.Parameters[2].CopyGradientTo(new float[3])).Message);
        Assert.Contains("running statistic", Assert.Throws<InvalidOperationException>(() => net.Buffers[0].CopyGradientTo(new float[3])).Message);
        Assert.False(net.Parameters[2].Trainable);
        Assert.False(net.Buffers[0].Trainable);
        Assert.True(net.Parameters[0].Trainable);
    }

    public static TheoryData<string> Layouts => ["conv", "grouped", "dense", "deep", "transposed", "scalar", "straddling", "groups", "one group"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void PackedMap_PutsEveryElementWhereTheFormulaSays(string name)
    {
        PackedLayout layout = name switch
        {
            // O, I, kH, kW to [O/16][I][kH][kW][16]
            "conv" => new([40, 5, 3, 3], [new([1, 0, 0, 0], 16, 5 * 9 * 16, 1), new([0, 9, 3, 1], 1, 16, 0)]),
            // groups x O/g: the output channel 5g + o is blocked by 16
            "grouped" => new([7, 5, 3, 4], [new([5, 1, 0, 0], 16, 3 * 4 * 16, 1), new([0, 0, 4, 1], 1, 16, 0)]),
            // out, C, H, W to [out/16][C/16][H W][16 in][16 out]
            "dense" => new([20, 35, 2, 3], [new([1, 0, 0, 0], 16, 3 * 6 * 256, 1), new([0, 1, 0, 0], 16, 6 * 256, 16), new([0, 0, 3, 1], 1, 256, 0)]),
            "deep" => new([3, 2, 50, 60, 7], [new([1, 0, 0, 0, 0], 1, 42000, 0), new([0, 21000, 420, 7, 1], 1, 1, 0)]),
            "transposed" => new([9, 33], [new([1, 0], 1, 1, 0), new([0, 1], 1, 9, 0)]),
            "scalar" => new([], []),
            // groups x O/g x I/g x kH x kW, inputs of all groups beside each other in blocks of 16; 48 inputs a group are whole blocks, 20 are not.
            "groups" => new([2, 20, 48, 3], [new([20, 1, 0, 0], 16, 6 * 3 * 256, 1), new([48, 0, 1, 0], 16, 3 * 256, 16), new([0, 0, 0, 1], 1, 256, 0)]),
            "one group" => new([1, 40, 20, 9], [new([40, 1, 0, 0], 16, 2 * 9 * 256, 1), new([20, 0, 1, 0], 16, 9 * 256, 16), new([0, 0, 0, 1], 1, 256, 0)]),

            // The blocked axis depends on the first and on the last dimension.
            "straddling" => new([6, 4, 5], [new([5, 0, 1], 16, 64, 1), new([0, 1, 0], 1, 16, 0)]),
            _ => throw new ArgumentException(name),
        };
        int total = layout.Dimensions.Aggregate(1, (product, size) => product * size);
        long[] expected = [.. Enumerable.Range(0, total).Select(index => Offset(layout, index))];
        Assert.Equal(total, expected.Distinct().Count());
        long length = expected.Max() + 1;
        var map = new PackedMap(new ParameterDefinition("p", layout.Dimensions, 0, length, layout, default, true));
        Assert.Equal(total, map.Rows * map.RowLength);
        float[] canonical = [.. Enumerable.Range(1, total).Select(i => (float)i)];
        var packed = new float[length];
        var back = new float[total];
        fixed (float* pointer = packed)
        {
            map.Pack(canonical, pointer);
            map.Unpack(pointer, back);
        }

        for (int i = 0; i < total; i++)
            Assert.Equal(canonical[i], packed[expected[i]]);
        Assert.Equal(length - total, packed.Count(value => value == 0));
        Assert.Equal(canonical, back);
    }

    [Fact]
    public void PackedMap_LayoutBeyondItsMemory_Throws()
    {
        var definition = new ParameterDefinition("p", [4, 4], 0, 15, PackedLayout.Flat(16), default, true);
        var map = new PackedMap(definition);
        var memory = new float[16];
        Assert.Contains("'p'", Assert.Throws<InvalidOperationException>(() => Pack()).Message);
        Assert.Throws<InvalidOperationException>(() => new PackedMap(definition with { Shape = [4, 5] }));

        void Pack()
        {
            fixed (float* pointer = memory)
                map.Pack(memory, pointer);
        }
    }

    private static long Offset(PackedLayout layout, int index)
    {
        var indices = new int[layout.Dimensions.Length];
        for (int d = indices.Length - 1; d >= 0; d--)
            (index, indices[d]) = Math.DivRem(index, layout.Dimensions[d]);
        long offset = 0;
        foreach (PackedAxis axis in layout.Axes)
        {
            long value = indices.Select((position, d) => (long)position * axis.Coefficients[d]).Sum();
            offset += value / axis.Block * axis.Major + value % axis.Block * axis.Minor;
        }

        return offset;
    }
}
