using System;
using System.IO;
using Xunit;

namespace CnnCompiler.Tests;

/// <summary>What prediction derives from parameters is derived once after they changed, for all instances that share them.</summary>
public sealed class PreparationTests
{
    private static readonly float[] _input = [1, 2, 3, 4];

    [Fact]
    public void Predict_PreparesOnce()
    {
        using var net = new FakeNetwork();
        Assert.Equal(0, net.Preparations);
        Predict(net);
        Predict(net);
        Assert.Equal(1, net.Preparations);
    }

    [Fact]
    public void Share_PreparesForAll()
    {
        using var net = new FakeNetwork();
        using var shared = (FakeNetwork)net.Share();
        Predict(shared);
        Predict(net);
        Assert.Equal((0, 1), (net.Preparations, shared.Preparations));
    }

    [Fact]
    public void Changes_PrepareAgain()
    {
        using var net = new FakeNetwork();
        using var shared = (FakeNetwork)net.Share();
        using var saved = new MemoryStream();
        net.Save(saved);
        Action[] changes =
        [
            () => net.Parameters[1].CopyFrom([1, 2, 3]),
            () => net.Buffers[0].CopyFrom([1, 2, 3]),
            () => net.ParameterMemory.Clear(),
            net.AnnounceChange,
            () => net.Gradient(_input, new int[1]),
            () => new Sgd(0.1f).Step(net),
            () => Load(net, saved),
        ];
        Predict(shared);
        int expected = 1;
        foreach (Action change in changes)
        {
            change();
            Predict(shared);
            Predict(shared);
            Assert.Equal(++expected, shared.Preparations);
        }
    }

    [Fact]
    public void Gradient_NeitherPreparesNorHoldsMemory()
    {
        using var net = new FakeNetwork();
        long before = net.NativeBytes;
        net.Gradient(_input, new int[1]);
        long trained = net.NativeBytes;
        Assert.Equal(0, net.Preparations);
        Predict(net);
        Assert.Equal(trained + 16 * sizeof(float), net.NativeBytes);
        Assert.True(trained > before);
    }

    private static void Load(FakeNetwork net, MemoryStream saved)
    {
        saved.Position = 0;
        net.Load(saved);
    }

    private static void Predict(FakeNetwork net) => net.Predict(_input, new float[FakeNetwork.Outputs]);
}
