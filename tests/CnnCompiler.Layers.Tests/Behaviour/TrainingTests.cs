using System;
using System.IO;
using System.Linq;
using System.Threading;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Compiled networks in the hands of a trainer.</summary>
public sealed class TrainingTests
{
    [Fact]
    public void LeNet5_LearnsDrawnDigits()
    {
        using Network net = BehaviourNetworks.Create("LeNet5", Isas.Best, threads: 2);
        Trainer trainer = Create(net);
        TrainingHistory history = trainer.Fit(Digits.Train(8_000), 3);
        double accuracy = trainer.Evaluate(Digits.Test(2_000)).Accuracy!.Value;
        Assert.True(accuracy >= 0.98, $"accuracy {accuracy:P2} after losses of {string.Join(", ", history.Epochs.Select(epoch => epoch.TrainingLoss))}");
    }

    [Theory]
    [InlineData("LeNet5")]
    [InlineData("Mixed")]
    public void Fit_BitsDoNotDependOnThreads(string name)
    {
        float[] one = Train(1), three = Train(3);
        Assert.Equal(one, three);
        Assert.DoesNotContain(one, value => !float.IsFinite(value));

        float[] Train(int threads)
        {
            using Network net = BehaviourNetworks.Create(name, Isas.Best, threads, seed: 4);
            Create(net).Fit(Random(net, 150), 2);
            return State(net);
        }
    }

    [Fact]
    public void Cancellation_MidEpoch_KeepsWhatWasLearned_AndTheCheckpointOfTheLastEpoch()
    {
        string directory = Directory.CreateTempSubdirectory("cnncompiler-").FullName;
        try
        {
            string path = Path.Combine(directory, "mixed.safetensors");
            using Network net = BehaviourNetworks.Create("Mixed", Isas.Best, threads: 2), copy = BehaviourNetworks.Create("Mixed", Isas.Best);
            using var source = new CancellationTokenSource();
            float[] afterEpoch1 = [], atCancellation = [];
            var progress = new Observer(report =>
            {
                afterEpoch1 = report is { Epoch: 1, Batch: 3 } ? State(net) : afterEpoch1;
                if (report is { Epoch: 2, Batch: 2 })
                {
                    atCancellation = State(net);
                    source.Cancel();
                }
            });
            Trainer trainer = Create(net);
            trainer.CheckpointPath = path;
            var error = Assert.ThrowsAny<OperationCanceledException>(() => trainer.Fit(Random(net, 150), 5, progress: progress, cancellationToken: source.Token));
            Assert.Equal(source.Token, error.CancellationToken);
            Assert.Equal(atCancellation, State(net));
            Assert.NotEqual(afterEpoch1, atCancellation);
            copy.Load(path);
            Assert.Equal(afterEpoch1, State(copy));
            Assert.Equal([path], Directory.GetFiles(directory));
            Assert.Single(trainer.Fit(Random(net, 150), 1).Epochs);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void InfiniteLoss_Stops_NamesWhere_AndRestores()
    {
        using Network net = BehaviourNetworks.Create("SignalNet", Isas.Best, threads: 2);
        float[] before = State(net), targets = new float[20 * net.OutputSize];
        targets[^1] = 1e30f;
        var data = new InMemoryDataset([2, 40], new RandomValues(7).Normals(20 * net.InputSize), targets);
        var error = Assert.Throws<TrainingDivergedException>(() => new Trainer(net, new Sgd(0.01f)) { BatchSize = 20 }.Fit(data, 2));
        Assert.Equal((1, 1, float.PositiveInfinity), (error.Epoch, error.Batch, error.Loss));
        Assert.Contains("SignalNet diverged in epoch 1 of 2, batch 1 of 1: the loss is not finite (loss Infinity", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, State(net));
    }

    [Fact]
    public void LearningRateThatIsTooHigh_Stops_AndRestoresTheLastGoodEpoch()
    {
        using Network net = BehaviourNetworks.Create("LeNet5", Isas.Best, threads: 2);
        float[] before = State(net);
        var error = Assert.Throws<TrainingDivergedException>(() => new Trainer(net, new Sgd(1e20f)).Fit(Random(net, 400), 3));
        Assert.Equal(1, error.Epoch);
        Assert.Contains("LeNet5 diverged in epoch 1 of 3", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, State(net));
    }

    private static Trainer Create(Network net) =>
        new(net, new Sgd(0.04f) { Momentum = 0.9f, WeightDecay = 5e-4f }) { Schedule = new CosineSchedule { WarmupEpochs = 0.5f } };

    private static InMemoryDataset Random(Network net, int count) => new(
        net.InputShape.ToArray(), new RandomValues(8).Normals(count * net.InputSize), [.. Enumerable.Range(0, count).Select(i => i % net.OutputSize)]);

    private static float[] State(Network net) =>
        [.. net.Parameters.Concat(net.Buffers).SelectMany(parameter => net.Values(parameter.Name))];

    private sealed class Observer(Action<TrainingProgress> then) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => then(value);
    }
}
