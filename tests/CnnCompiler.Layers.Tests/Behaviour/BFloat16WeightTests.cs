using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Rounded weights are those of the present parameters, in predictions alone.</summary>
public sealed class BFloat16WeightTests
{
    /// <summary>Every instruction set.</summary>
    public static TheoryData<Isa> EveryIsa => BehaviourNetworks.EveryIsa;

    [Theory, MemberData(nameof(EveryIsa))]
    public void Weights_AreRoundedToNearestEven(Isa isa)
    {
        using Network net = BehaviourNetworks.Create("RoundedWeight", isa);
        (float Weight, float Rounded)[] cases =
        [
            (1, 1), (-3, -3), (0, 0), (1 + 1f / 256, 1), (1 + 3f / 256, 1 + 1f / 64), (MathF.BitIncrement(1 + 1f / 256), 1 + 1f / 128), (-1 - 3f / 256, -1 - 1f / 64),
            (0.1f, 0.10009765625f), (1e-39f, BitConverter.UInt32BitsToSingle(0x000B0000)), (float.MaxValue, float.PositiveInfinity),
            (float.NegativeInfinity, float.NegativeInfinity), (float.NaN, float.NaN), (BitConverter.UInt32BitsToSingle(0x7F800001), float.NaN),
            (BitConverter.UInt32BitsToSingle(0xFFFFFFFF), float.NaN),
        ];
        foreach ((float weight, float rounded) in cases)
            Assert.Equal(rounded, net.With("dense1.weight", weight).Predict([1f])[0]);
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Predict_SeesEveryChange(Isa isa)
    {
        using Network net = BehaviourNetworks.Create("Rounded", isa), shared = net.Share();
        float[] x = new RandomValues(1).Normals(net.InputSize * 5);
        float[] before = shared.Predict(x);
        net.Gradient(x, new int[5]);
        new Sgd(0.5f).Step(net);
        float[] after = shared.Predict(x);
        Assert.NotEqual(before, after);
        Assert.Equal(after, net.Predict(x));
        Assert.Equal(after[^net.OutputSize..], net.Predict(x[^net.InputSize..]));
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Training_HasTheSameBits(Isa isa)
    {
        using Network exact = BehaviourNetworks.Create("Exact", isa), rounded = BehaviourNetworks.Create("Rounded", isa);
        float[] x = new RandomValues(2).Normals(exact.InputSize * 5);
        int[] labels = [0, 3, 6, 2, 3];
        Sgd first = new(0.1f), second = new(0.1f);
        for (int step = 0; step < 3; step++)
        {
            Assert.Equal(exact.Gradient(x, labels), rounded.Gradient(x, labels));
            first.Step(exact);
            second.Step(rounded);
            float[] expected = exact.Predict(x), found = rounded.Predict(x);
            Assert.NotEqual(expected, found);
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 0.02f * expected.Max(MathF.Abs)));
        }

        Assert.All(exact.Parameters.Zip(rounded.Parameters), pair => Assert.Equal(Values(pair.First), Values(pair.Second)));
    }

    [Fact]
    public void Memory_CountsRoundedWeights()
    {
        Testing.CompiledNetwork compiled = BehaviourNetworks.Assembly["Rounded"];
        using Network net = compiled.Create(new NetworkOptions { Threads = 1 });
        long unprepared = net.NativeBytes;
        net.Predict(new float[net.InputSize], new float[net.OutputSize]);
        Assert.Equal(compiled.Constant("PredictBytes"), net.NativeBytes);

        // Three blocks of 16 outputs read 16 positions of 5 channels, of which the last is alone; one block reads 40 values in blocks of 16.
        Assert.Equal(sizeof(float) * 16 * ((3 * 16 * 3) + (3 * 8)), net.NativeBytes - unprepared);
    }

    private static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }
}
