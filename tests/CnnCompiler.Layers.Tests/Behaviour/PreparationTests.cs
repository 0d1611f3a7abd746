using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Folded norms and other values that follow from parameters alone are up to date in every prediction, whoever changed the parameters.</summary>
public sealed class PreparationTests
{
    /// <summary>Every instruction set.</summary>
    public static TheoryData<Isa> EveryIsa => BehaviourNetworks.EveryIsa;

    [Theory, MemberData(nameof(EveryIsa))]
    public void Predict_SeesEveryChange(Isa isa)
    {
        using Network net = BehaviourNetworks.Create("Mixed", isa), shared = net.Share();
        float[] x = new RandomValues(11).Normals(net.InputSize * 5);
        var trainer = new Sgd(0.5f);
        using var saved = new MemoryStream();
        net.Save(saved);
        Action[] changes =
        [
            () => net.Gradient(x, new int[5]),
            () => trainer.Step(net),
            () => net.With("batchnorm1.running_var", Enumerable.Repeat(3f, 16).ToArray()),
            () => net.With("batchnorm1.bias", Enumerable.Repeat(0.3f, 16).ToArray()),
            () => { saved.Position = 0; net.Load(saved); },
        ];
        float[] before = shared.Predict(x);
        foreach (Action change in changes)
        {
            change();
            using Network fresh = Copy(net, isa);
            float[] expected = fresh.Predict(x);
            Assert.NotEqual(before, expected);
            before = shared.Predict(x);
            Assert.Equal(expected, before);
            Assert.Equal(expected, net.Predict(x));
        }
    }

    [Fact]
    public void Instances_ThatPredictAtOnce_AgreeAfterAChange()
    {
        using Network net = BehaviourNetworks.Create("Mixed", Testing.Isas.Best, threads: 2);
        Network[] all = [net, net.Share(), net.Share(), net.Share()];
        float[] x = new RandomValues(12).Normals(net.InputSize);
        for (int round = 1; round <= 50; round++)
        {
            net.With("batchnorm1.running_var", Enumerable.Repeat((float)round, 16).ToArray());
            float[][] found = new float[all.Length][];
            Parallel.For(0, all.Length, i => found[i] = all[i].Predict(x));
            using Network fresh = Copy(net, net.Isa);
            float[] expected = fresh.Predict(x);
            Assert.All(found, output => Assert.Equal(expected, output));
        }

        foreach (Network shared in all.Skip(1))
            shared.Dispose();
    }

    [Fact]
    public void Memory_CountsWhatIsPrepared()
    {
        Testing.CompiledNetwork compiled = BehaviourNetworks.Assembly["Folded"];
        using Network net = compiled.Create(new NetworkOptions { Threads = 1 });
        long unprepared = net.NativeBytes;
        net.Predict(new float[net.InputSize], new float[net.OutputSize]);
        Assert.Equal(compiled.Constant("PredictBytes"), net.NativeBytes);
        Assert.Equal(2 * 16 * sizeof(float), net.NativeBytes - unprepared); // a gain and a shift of five channels
    }

    private static Network Copy(Network net, Isa isa)
    {
        using var stream = new MemoryStream();
        net.Save(stream);
        stream.Position = 0;
        Network copy = BehaviourNetworks.Create("Mixed", isa, seed: 99);
        copy.Load(stream);
        return copy;
    }
}
