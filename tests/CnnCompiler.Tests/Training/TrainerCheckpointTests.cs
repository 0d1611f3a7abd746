using System.IO;
using CnnCompiler.Checkpoints;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

/// <summary>What a training does with its checkpoint, and what becomes of both when it cannot be written.</summary>
public sealed class TrainerCheckpointTests
{
    [Fact]
    public void MissingDirectory_IsAnErrorBeforeTheFirstBatch()
    {
        using var directory = new TemporaryDirectory();
        RefusedBeforeTheFirstBatch(Path.Combine(directory.File("none"), "a.safetensors"), directory.File("none"));
    }

    [Fact]
    public void FileInPlaceOfTheDirectory_IsAnErrorBeforeTheFirstBatch()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("file"), "");
        RefusedBeforeTheFirstBatch(Path.Combine(directory.File("file"), "a.safetensors"), "is no directory");
    }

    [Fact]
    public void DirectoryInPlaceOfTheFile_IsAnErrorBeforeTheFirstBatch()
    {
        using var directory = new TemporaryDirectory();
        RefusedBeforeTheFirstBatch(directory.Path, "it is a directory");
    }

    [Fact]
    public void ReadOnlyFile_IsAnErrorBeforeTheFirstBatch_AndStaysAsItWas()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("a.safetensors");
        File.WriteAllText(path, "precious");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        try
        {
            RefusedBeforeTheFirstBatch(path, "read-only");
            Assert.Equal("precious", File.ReadAllText(path));
            Assert.Single(Directory.GetFiles(directory.Path));
        }
        finally
        {
            File.SetAttributes(path, FileAttributes.Normal);
        }
    }

    [ReadOnlyDirectoryFact]
    public void ReadOnlyDirectory_IsAnErrorBeforeTheFirstBatch()
    {
        using var directory = new TemporaryDirectory();
        using var readOnly = new ReadOnlyMode(directory.Path);
        RefusedBeforeTheFirstBatch(directory.File("a.safetensors"), "cannot be written");
    }

    [Fact]
    public void Trial_LeavesNoFileBehind_AndAnOldFileAlone()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("a.safetensors");
        CheckpointFile.RequireWritable(path);
        Assert.Empty(Directory.GetFiles(directory.Path));
        File.WriteAllText(path, "old");
        CheckpointFile.RequireWritable(path);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public void FailingSave_LaterOn_KeepsWhatWasLearned()
    {
        using var directory = new TemporaryDirectory();
        string folder = directory.File("folder"), path = Path.Combine(folder, "a.safetensors");
        Directory.CreateDirectory(folder);
        using var network = new LinearNetwork(2, 3);
        float[] learned = [];
        var log = new ProgressLog(report =>
        {
            if (report is { Epoch: 2, Batch: 3 })
            {
                learned = network.ParameterMemory.ToArray();
                Directory.Delete(folder, recursive: true);
                File.WriteAllText(folder, "");
            }
        });
        var trainer = new Trainer(network, new Sgd(0.1f)) { BatchSize = 10, CheckpointPath = path, Schedule = new CosineSchedule() };
        var error = Assert.Throws<CheckpointException>(() => trainer.Fit(Samples.Corners(30), 3, progress: log));
        Assert.Contains(path, error.Message);
        Assert.Equal(learned, network.ParameterMemory.ToArray());
        Assert.Equal(0.1f, trainer.Optimizer.LearningRate);
        network.Save(directory.File("elsewhere.safetensors"));
    }

    [Fact]
    public void ScoreThatIsNoNumber_IsTheWorst()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("a.safetensors");
        using var network = new LinearNetwork(2, 1, targets: TargetKind.Values);
        float[] target = [0], afterEpoch2 = [];
        var log = new ProgressLog(report =>
        {
            // Set when an epoch's batches are done, before its validation: no number but in epoch 2.
            target[0] = report.Epoch == 2 ? 1 : float.NaN;
            afterEpoch2 = report is { Epoch: 2, Batch: 3 } ? network.ParameterMemory.ToArray() : afterEpoch2;
        });
        var validation = new InMemoryDataset([2], [0f, 0], target);
        new Trainer(network, new Sgd(0.1f)) { BatchSize = 10, CheckpointPath = path }.Fit(Samples.Line(30), 3, validation, log);
        using var copy = new LinearNetwork(2, 1, targets: TargetKind.Values);
        copy.Load(path);
        Assert.Equal(afterEpoch2, copy.ParameterMemory.ToArray());
    }

    private static void RefusedBeforeTheFirstBatch(string path, string expected)
    {
        using var network = new LinearNetwork(2, 3);
        float[] before = network.ParameterMemory.ToArray();
        var error = Assert.Throws<CheckpointException>(() => new Trainer(network, new Sgd(0.1f)) { CheckpointPath = path }.Fit(Samples.Corners(6), 1));
        Assert.StartsWith($"{path} cannot be written: ", error.Message);
        Assert.Contains(expected, error.Message);
        Assert.Empty(network.Counts);
        Assert.Equal(before, network.ParameterMemory.ToArray());
    }
}
