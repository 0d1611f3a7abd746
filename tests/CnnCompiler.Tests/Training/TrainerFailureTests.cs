using System;
using System.IO;
using System.Threading;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class TrainerFailureTests
{
    [Theory]
    [InlineData(double.NaN, "loss NaN")]
    [InlineData(double.PositiveInfinity, "loss Infinity")]
    [InlineData(1e300, "loss Infinity")]
    public void LossThatIsNotFinite_Stops_NamesBatchAndEpoch_AndKeepsTheLastGoodState(double loss, string text)
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("good.safetensors");
        using var network = new LinearNetwork(2, 3) { BadLossAtCall = 9, BadLoss = loss };
        float[] afterEpoch2 = [];
        network.OnGradient = call => afterEpoch2 = call == 7 ? network.ParameterMemory.ToArray() : afterEpoch2;
        var trainer = new Trainer(network, new Sgd(0.1f) { Momentum = 0.9f }) { BatchSize = 10, CheckpointPath = path };
        var error = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(Samples.Corners(30), 5));
        Assert.Equal((3, 3), (error.Epoch, error.Batch));
        Assert.Equal((float)loss, error.Loss);
        Assert.Contains(text, error.Message);
        Assert.Contains("epoch 3 of 5, batch 3 of 3", error.Message);
        Assert.Contains("end of epoch 2", error.Message);
        Assert.Contains(path, error.Message);
        Assert.Equal(afterEpoch2, network.ParameterMemory.ToArray());
        float[] passes = new float[1];
        network.Buffers[0].CopyTo(passes);
        Assert.Equal(6, passes[0]);
        using var copy = new LinearNetwork(2, 3);
        copy.Load(path);
        Assert.Equal(afterEpoch2, copy.ParameterMemory.ToArray());
        Assert.Equal([path], Directory.GetFiles(directory.Path));
        Assert.Equal(0.1f, trainer.Optimizer.LearningRate);
    }

    [Fact]
    public void NanLoss_InTheFirstEpoch_RestoresTheBeginning()
    {
        using var directory = new TemporaryDirectory();
        using var network = new LinearNetwork(2, 3) { BadLossAtCall = 2 };
        float[] before = network.ParameterMemory.ToArray();
        var trainer = new Trainer(network, new Adam()) { BatchSize = 10, CheckpointPath = directory.File("a.safetensors") };
        var error = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(Samples.Corners(30), 2));
        Assert.Contains("before the training", error.Message);
        Assert.Equal(before, network.ParameterMemory.ToArray());
        Assert.Empty(Directory.GetFiles(directory.Path));

        // The optimizer starts afresh, so training can go on.
        Assert.Single(trainer.Fit(Samples.Corners(30), 1).Epochs);
    }

    [Fact]
    public void InfiniteParameter_AtTheEndOfAnEpoch_IsNotTakenForGood()
    {
        using var network = new LinearNetwork(2, 3) { InfiniteGradientAtCall = 3 };
        float[] before = network.ParameterMemory.ToArray();
        var error = Assert.Throws<TrainingDivergedException>(() => new Trainer(network, new Sgd(0.1f)) { BatchSize = 10 }.Fit(Samples.Corners(30), 2));
        Assert.Equal((1, 3), (error.Epoch, error.Batch));
        Assert.Contains("a parameter is not finite", error.Message);
        Assert.Equal(before, network.ParameterMemory.ToArray());
    }

    [Fact]
    public void Cancellation_MidEpoch_KeepsWhatWasLearned_AndTheCheckpointOfTheLastEpoch()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("good.safetensors");
        using var network = new LinearNetwork(2, 3);
        using var source = new CancellationTokenSource();
        float[] afterEpoch1 = [];
        var log = new ProgressLog(report =>
        {
            afterEpoch1 = report is { Epoch: 1, Batch: 3 } ? network.ParameterMemory.ToArray() : afterEpoch1;
            if (report is { Epoch: 2, Batch: 2 })
            {
                source.Cancel();
            }
        });
        var trainer = new Trainer(network, new Sgd(0.1f)) { BatchSize = 10, CheckpointPath = path };
        var error = Assert.ThrowsAny<OperationCanceledException>(() => trainer.Fit(Samples.Corners(30), 5, progress: log, cancellationToken: source.Token));
        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Equal(5, network.Counts.Count);
        Assert.NotEqual(afterEpoch1, network.ParameterMemory.ToArray());
        using var copy = new LinearNetwork(2, 3);
        copy.Load(path);
        Assert.Equal(afterEpoch1, copy.ParameterMemory.ToArray());
        Assert.Equal([path], Directory.GetFiles(directory.Path));
    }

    [Fact]
    public void Mismatch_IsAnErrorBeforeTheFirstBatch()
    {
        using var network = new LinearNetwork(2, 3);
        var trainer = new Trainer(network, new Sgd(0.1f));
        Expect("inputs of 2", () => trainer.Fit(new InMemoryDataset([3], new float[3], new int[1]), 1));
        Expect("found 3 in sample 1", () => trainer.Fit(new InMemoryDataset([2], new float[4], [0, 3]), 1));
        Expect("found -1 in sample 0", () => trainer.Evaluate(new InMemoryDataset([2], new float[2], [-1])));
        Expect("1 labels per sample", () => trainer.Fit(new InMemoryDataset([2], new float[2], new int[4]), 1));
        Expect("3 target values", () => trainer.Fit(new InMemoryDataset([2], new float[2], new float[2]), 1));
        Expect("BatchSize 2147483647 is too large for Linear: 1073741824 samples of 3 floats", () => new Trainer(network, new Sgd(1)) { BatchSize = int.MaxValue }.Evaluate(new HugeDataset()));
        Expect("empty", () => trainer.Fit(Samples.Corners(3).Slice(0, 0), 1));
        Expect("labels 0 to 2", () => trainer.Fit(Samples.Corners(6), 1, new InMemoryDataset([2], new float[2], [9])));
        Assert.Empty(network.Counts);

        static void Expect(string text, Action action) => Assert.Contains(text, Assert.ThrowsAny<ArgumentException>(action).Message);
    }

    [Fact]
    public void LossOfAnotherKind_IsTheNetworksError()
    {
        using var network = new LinearNetwork(2, 1, targets: TargetKind.Values);
        var error = Assert.Throws<InvalidOperationException>(
            () => new Trainer(network, new Sgd(0.1f)).Fit(new InMemoryDataset([2], new float[2], new int[1]), 1));
        Assert.Contains("labels were given", error.Message);
    }

    [Fact]
    public void DatasetThatThrows_SurfacesOnTheCallingThread()
    {
        using var network = new LinearNetwork(2, 3);
        var error = Assert.Throws<IOException>(() => new Trainer(network, new Sgd(0.1f)) { BatchSize = 1 }.Fit(new BrokenDataset(), 1));
        Assert.Equal("sample 3 is broken", error.Message);
    }

    [Fact]
    public void Options_OutOfRange_AreErrors()
    {
        using var network = new LinearNetwork(2, 3);
        var trainer = new Trainer(network, new Sgd(0.1f));
        Assert.StartsWith("BatchSize has to be at least 1, found 0.", Assert.Throws<ArgumentOutOfRangeException>(() => trainer.BatchSize = 0).Message);
        Assert.StartsWith("A training needs at least 1 epoch, found 0.", Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Fit(Samples.Corners(3), 0)).Message);
        Assert.Throws<ArgumentNullException>(() => trainer.Fit(null!, 1));
        Assert.Throws<ArgumentNullException>(() => new Trainer(null!, new Adam()));
        Assert.Throws<ArgumentNullException>(() => new Trainer(network, null!));
    }

    private sealed class HugeDataset() : Dataset([2], 1, 0)
    {
        public override int Count => 1 << 30;

        public override void CopySample(int index, Span<float> input) => input.Clear();
    }

    private sealed class BrokenDataset() : Dataset([2], 1, 0)
    {
        public override int Count => 4;

        public override void CopySample(int index, Span<float> input)
        {
            if (index == 3)
            {
                throw new IOException("sample 3 is broken");
            }

            input.Clear();
        }

        public override void CopyLabels(int index, Span<int> labels) => labels[0] = 0;
    }
}
