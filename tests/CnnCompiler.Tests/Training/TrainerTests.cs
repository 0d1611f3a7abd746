using System;
using System.IO;
using System.Linq;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

[Collection(AloneCollection.Name)]
public sealed class TrainerTests
{
    [Fact]
    public void Fit_Labels_Learns()
    {
        using var network = new LinearNetwork(2, 3);
        var trainer = new Trainer(network, new Sgd(0.5f) { Momentum = 0.9f }) { BatchSize = 16 };
        TrainingHistory history = trainer.Fit(Samples.Corners(300), 5, Samples.Corners(100, seed: 2));
        Assert.Equal([1, 2, 3, 4, 5], history.Epochs.Select(epoch => epoch.Epoch));
        Assert.True(history.Epochs[4].TrainingLoss < history.Epochs[0].TrainingLoss);
        Assert.Equal(1, history.Epochs[4].ValidationAccuracy);
        Assert.Null(history.Epochs[4].ValidationLoss);
        Assert.Equal(1, history.BestValidationAccuracy);
        Assert.Equal(0.5f, history.Epochs[4].LearningRate);
        Assert.Equal(1, trainer.Evaluate(Samples.Corners(50, seed: 3)).Confusion!.Recall(2));
    }

    [Fact]
    public void Fit_Targets_Learns()
    {
        using var network = new LinearNetwork(2, 1, targets: TargetKind.Values);
        var trainer = new Trainer(network, new Sgd(0.3f) { Momentum = 0.9f }) { BatchSize = 10 };
        TrainingHistory history = trainer.Fit(Samples.Line(200), 10, Samples.Line(50));
        Assert.Null(history.Epochs[9].ValidationAccuracy);
        Assert.InRange(history.Epochs[9].ValidationLoss!.Value, 0, 1e-6);
    }

    [Fact]
    public void Evaluate_Positions_TakesArgmaxOverChannels()
    {
        using var network = new LinearNetwork(1, 2, positions: 3);
        network.Parameters[0].CopyFrom([-1, 1]);
        var data = new InMemoryDataset([1, 3], [-1f, 1, 1, -1, -1, 1], [0, 1, 0, 0, 0, 1]);
        Evaluation evaluation = new Trainer(network, new Adam()) { BatchSize = 1 }.Evaluate(data);
        Assert.Equal((2, 5 / 6.0), (evaluation.Samples, evaluation.Accuracy!.Value));
        Assert.Equal(1, evaluation.Confusion![0, 1]);
    }

    [Fact]
    public void Fit_LastBatch_IsShort_AndEverySampleIsUsedOncePerEpoch()
    {
        using var network = new LinearNetwork(2, 3);
        Dataset data = Samples.Corners(50);
        new Trainer(network, new Sgd(0.1f)) { BatchSize = 16 }.Fit(data, 2);
        Assert.Equal([16, 16, 16, 2, 16, 16, 16, 2], network.Counts);
        float[] all = [.. Enumerable.Range(0, 50).Select(i => First(data, i)).Order()];
        Assert.Equal(all, network.Order.Take(50).Order());
        Assert.Equal(all, network.Order.Skip(50).Order());
        Assert.NotEqual(network.Order.Take(50), network.Order.Skip(50));
    }

    [Fact]
    public void Fit_SameSeed_GivesTheSameBits()
    {
        float[] Train(int seed)
        {
            using var network = new LinearNetwork(2, 3);
            new Trainer(network, new Adam(0.05f)) { BatchSize = 7, Seed = seed }.Fit(Samples.Corners(100), 3);
            return network.ParameterMemory.ToArray();
        }

        Assert.Equal(Train(5), Train(5));
        Assert.NotEqual(Train(5), Train(6));
    }

    [Fact]
    public void Fit_Schedule_AppliesPerBatch_AndTheRateComesBack()
    {
        using var network = new LinearNetwork(2, 3);
        var sgd = new Sgd(0.1f);
        var rates = new System.Collections.Generic.List<float>();
        network.OnGradient = _ => rates.Add(sgd.LearningRate);
        var schedule = new CosineSchedule { WarmupEpochs = 1 };
        TrainingHistory history = new Trainer(network, sgd) { BatchSize = 10, Schedule = schedule }.Fit(Samples.Corners(30), 2);
        Assert.Equal(Enumerable.Range(0, 6).Select(batch => schedule.At(0.1f, batch, 3, 2)), rates);
        Assert.Equal(rates[2], history.Epochs[0].LearningRate);
        Assert.Equal(0.1f, sgd.LearningRate);
    }

    [Fact]
    public void Fit_Progress_CountsBatches()
    {
        using var network = new LinearNetwork(2, 3);
        var log = new ProgressLog();
        new Trainer(network, new Sgd(0.1f)) { BatchSize = 10 }.Fit(Samples.Corners(30), 2, Samples.Corners(10), log);
        Assert.Equal([(1, 1), (1, 2), (1, 3), (1, 3), (2, 1), (2, 2), (2, 3), (2, 3)], log.Reports.Select(report => (report.Epoch, report.Batch)));
        Assert.All(log.Reports, report => Assert.Equal((2, 3), (report.Epochs, report.Batches)));
        Assert.Null(log.Reports[2].ValidationAccuracy);
        Assert.NotNull(log.Reports[3].ValidationAccuracy);
        Assert.Equal(TimeSpan.Zero, log.Reports[^1].Remaining);
        Assert.True(log.Reports[0].Remaining > TimeSpan.Zero && log.Reports[0].SamplesPerSecond > 0);
    }

    [Fact]
    public void Fit_Batches_DoNotAllocate()
    {
        long Allocated(int samples)
        {
            using var network = new LinearNetwork(2, 3) { Records = false };
            var trainer = new Trainer(network, new Sgd(0.1f) { Momentum = 0.9f }) { BatchSize = 4 };
            Dataset data = Samples.Corners(3000).Slice(0, samples);
            trainer.Fit(data, 1);
            long before = GC.GetAllocatedBytesForCurrentThread();
            trainer.Fit(data, 1);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(40);
        Assert.InRange(Allocated(3000) - Allocated(40) - (4 * 2960), -200, 200);
    }

    [Fact]
    public void Fit_Checkpoint_IsTheBestOrTheLastGood()
    {
        using var directory = new TemporaryDirectory();
        using var network = new LinearNetwork(2, 3);
        string path = directory.File("best.safetensors");
        var trainer = new Trainer(network, new Sgd(0.1f)) { CheckpointPath = path };
        trainer.Fit(Samples.Corners(60), 2);
        using var copy = new LinearNetwork(2, 3);
        copy.Load(path);
        Assert.Equal(network.ParameterMemory.ToArray(), copy.ParameterMemory.ToArray());

        // With nothing to gain any more, the first epoch is the best one.
        trainer.Fit(Samples.Corners(60), 30);
        TrainingHistory history = trainer.Fit(Samples.Corners(60), 3, Samples.Corners(30));
        Assert.All(history.Epochs, epoch => Assert.Equal(1, epoch.ValidationAccuracy));
        copy.Load(path);
        Assert.NotEqual(network.ParameterMemory.ToArray(), copy.ParameterMemory.ToArray());
    }

    private static float First(Dataset data, int index)
    {
        float[] input = new float[data.InputSize];
        data.CopySample(index, input);
        return input[0];
    }
}
