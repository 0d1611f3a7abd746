using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>The other forms of dropout in training: values, masks, seeds, threads.</summary>
public sealed class DropoutFormTests
{
    public static TheoryData<Isa> EveryIsa => BehaviourNetworks.EveryIsa;

    [Theory, MemberData(nameof(EveryIsa))]
    public void AlphaDropout_ReplacesByTheLimitAndKeepsMeanAndVariance(Isa isa)
    {
        // Channels that fill no block: what fills it up must not count in the loss.
        const int Channels = 1001, Batch = 64, Count = Channels * Batch;
        const double Rate = 0.2, Limit = 1.7580993408473766;
        using Network net = BehaviourNetworks.Create("AlphaDropped", isa);
        float[] x = new RandomValues(2).Normals(Count);
        (float loss, float[] gradient) = net.GradientFor(x, new float[Count]);

        // Loss = mean of y^2, y = a x + b where kept, so dx = 2 a y / count; dropped values have no gradient.
        double a = 1 / Math.Sqrt((1 - Rate) * (1 + (Rate * Limit * Limit))), squares = 0;
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            bool dropped = gradient[i] == 0;
            double y = dropped ? -a * Limit * (1 - Rate) : (a * x[i]) + (a * Limit * Rate);
            squares += y * y;
            kept += dropped ? 0 : 1;
            Assert.True(dropped || Math.Abs((gradient[i] * (double)Count / 2) - (a * y)) < 1e-4, $"gradient {i}");
        }

        double deviation = Math.Sqrt(Rate * (1 - Rate) / Count);
        Assert.InRange(kept / (double)Count, 1 - Rate - (5 * deviation), 1 - Rate + (5 * deviation));
        Near.Equal([squares / Count], [loss], 1e-3);
        Assert.InRange(loss, 0.97, 1.03);
        Assert.Equal(x, net.Predict(x));
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void SpatialDropout_DropsWholeChannels(Isa isa)
    {
        const int Positions = 15, Planes = 37 * 200, Count = Planes * Positions;
        float[] x = new RandomValues(2).Normals(Count).Select(v => v + (v < 0 ? -1 : 1)).ToArray();
        float[] Gradient(int threads)
        {
            using Network net = BehaviourNetworks.Create("ChannelsDropped", isa, threads, seed: 3);
            return net.GradientFor(x, new float[Count]).InputGradient;
        }

        float[] gradient = Gradient(1);
        Assert.Equal(gradient, Gradient(2));
        double[] mask = gradient.Zip(x, (d, v) => Math.Sqrt(Math.Max(0, d * (double)Count / (2 * v)))).ToArray();
        int kept = 0;
        foreach (double[] plane in mask.Chunk(Positions))
        {
            Assert.All(plane, m => Assert.True(Math.Abs(m - (plane[0] == 0 ? 0 : 1 / 0.7)) < 1e-4, $"mask {m}"));
            kept += plane[0] == 0 ? 0 : 1;
        }

        double deviation = Math.Sqrt(0.3 * 0.7 / Planes);
        Assert.InRange(kept / (double)Planes, 0.7 - (5 * deviation), 0.7 + (5 * deviation));
    }
}
