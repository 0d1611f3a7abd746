using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CnnCompiler.Checkpoints;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class NetworkCheckpointTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeNetwork _net = new(new NetworkOptions { Seed = 1 });

    private string Target => _directory.File("net.safetensors");

    public void Dispose()
    {
        _net.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void SaveThenLoad_RestoresParametersAndBuffers()
    {
        _net.Buffers[0].CopyFrom([4, 5, 6]);
        _net.Save(Target);
        using var other = new FakeNetwork(new NetworkOptions { Seed = 2 });
        Assert.NotEqual(Values(_net), Values(other));
        other.Load(Target);
        Assert.Equal(Values(_net), Values(other));
        Assert.Equal(_net.ParameterMemory.ToArray(), other.ParameterMemory.ToArray());
        using SafetensorsReader reader = SafetensorsReader.Open(Target);
        Assert.Equal(["dense1.weight", "dense1.bias", "scale1.weight", "scale1.running_mean"], reader.Tensors.Select(tensor => tensor.Name));
        Assert.Equal("Fake", reader.Metadata["network"]);
        Assert.Equal([4f, 5f, 6f], reader.ReadFloats("scale1.running_mean"));
        Assert.Single(Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void Streams_ThatCannotSeek_Work()
    {
        var memory = new MemoryStream();
        _net.Save(memory);
        using var other = new FakeNetwork(new NetworkOptions { Seed = 2 });
        other.Load(new ForwardStream(memory.ToArray()));
        Assert.Equal(Values(_net), Values(other));
        AssertRefused(net => net.Load(new ForwardStream([.. memory.ToArray(), 0])), "data follows");
        AssertRefused(net => net.Load(new ForwardStream(memory.ToArray()[..^1])), "truncated: it ends inside tensor 'scale1.running_mean', 1 bytes short");
    }

    [Fact]
    public void Load_NumBatchesTracked_IsIgnored()
    {
        WriteTensors(("scale1.num_batches_tracked", TensorDtype.I64, []));
        _net.Load(Target);
        Assert.All(Values(_net), value => Assert.Equal(3f, value));
        File.WriteAllBytes(Target, File.ReadAllBytes(Target));
        using var other = new FakeNetwork();
        other.Load(new ForwardStream(File.ReadAllBytes(Target)));
        Assert.Equal(Values(_net), Values(other));
    }

    [Fact]
    public void Load_Missing_NamesTensorAndShape()
    {
        WriteTensors(without: "dense1.bias");
        AssertRefused(net => net.Load(Target), Target, "lacks tensor 'dense1.bias', expected F32 3");
    }

    [Fact]
    public void Load_Extra_NamesTensorAndShape()
    {
        WriteTensors(("conv9.weight", TensorDtype.F32, [6, 1, 5, 5]));
        AssertRefused(net => net.Load(Target), Target, "holds tensor 'conv9.weight' F32 6x1x5x5");
    }

    [Fact]
    public void Load_OtherShape_NamesBothShapes()
    {
        WriteTensors(("dense1.weight", TensorDtype.F32, [4, 3]), without: "dense1.weight");
        AssertRefused(net => net.Load(Target), Target, "tensor 'dense1.weight' must be F32 3x4, found F32 4x3");
    }

    [Fact]
    public void Load_OtherType_NamesBothTypes()
    {
        WriteTensors(("dense1.weight", TensorDtype.I64, [3, 4]), without: "dense1.weight");
        AssertRefused(net => net.Load(Target), "tensor 'dense1.weight' must be F32 3x4, found I64 3x4");
    }

    [Fact]
    public void Load_OfAnotherNetwork_SaysWhich()
    {
        ParameterDefinition[] parameters = [new("conv1.weight", [2], 0, 16, PackedLayout.Flat(2), new Initializer(InitializerKind.Constant, 1), true)];
        using var other = new FakeNetwork(FakeNetwork.Define(TargetKind.Labels, "Other", parameters));
        other.Save(Target);
        AssertRefused(net => net.Load(Target), "is not a checkpoint of Fake", "'dense1.weight'", "(and 2 more)", "saved from the network Other");
    }

    [Fact]
    public void Load_EveryTruncation_ChangesNothing()
    {
        _net.Save(Target);
        byte[] whole = File.ReadAllBytes(Target);
        for (int length = 0; length < whole.Length; length += 3)
        {
            File.WriteAllBytes(Target, whole[..length]);
            AssertRefused(net => net.Load(Target), Target, "truncated");
        }
    }

    [Fact]
    public void Load_MissingFileOrDirectory_IsACheckpointException()
    {
        AssertRefused(net => net.Load(_directory.File("none")), "none");
        AssertRefused(net => net.Load(_directory.Path), _directory.Path);
    }

    [Fact]
    public void Save_ToReadOnlyFile_LeavesItAsItWas()
    {
        File.WriteAllText(Target, "precious");
        File.SetAttributes(Target, FileAttributes.ReadOnly);
        try
        {
            Assert.Contains("read-only", Assert.Throws<CheckpointException>(() => _net.Save(Target)).Message);
            Assert.Equal("precious", File.ReadAllText(Target));
            Assert.Single(Directory.GetFiles(_directory.Path));
        }
        finally
        {
            File.SetAttributes(Target, FileAttributes.Normal);
        }
    }

    [Fact]
    public void Save_ToMissingDirectoryOrDirectory_NamesIt()
    {
        string target = Path.Combine(_directory.Path, "none", "net.safetensors");
        Assert.Contains(target, Assert.Throws<CheckpointException>(() => _net.Save(target)).Message);
        Assert.Contains("directory", Assert.Throws<CheckpointException>(() => _net.Save(_directory.Path)).Message);
    }

    [ReadOnlyDirectoryFact]
    public void Save_ToReadOnlyDirectory_NamesIt()
    {
        using var readOnly = new ReadOnlyMode(_directory.Path);
        Assert.Contains(Target, Assert.Throws<CheckpointException>(() => _net.Save(Target)).Message);
    }

    [Fact]
    public void Save_BelowAFile_NamesIt()
    {
        File.WriteAllText(Target, "precious");
        string below = Path.Combine(Target, "net.safetensors");
        Assert.Contains(below, Assert.Throws<CheckpointException>(() => _net.Save(below)).Message);
        Assert.Equal("precious", File.ReadAllText(Target));
    }

    [FullDeviceFact]
    public void Save_DiskFull_ChangesNothingInTheNetwork()
    {
        float[] before = Values(_net);
        using var full = new FileStream(FullDeviceFactAttribute.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Assert.Throws<IOException>(() => _net.Save(full));
        Assert.Equal(before, Values(_net));
        _net.Save(Target);
        _net.Load(Target);
        Assert.Equal(before, Values(_net));
    }

    [Fact]
    public void Replace_FailureWhileWriting_KeepsTheOldFileAndDeletesTheNew()
    {
        File.WriteAllText(Target, "old");
        var full = new IOException("No space left on device");
        var failure = Assert.Throws<CheckpointException>(() => CheckpointFile.Replace(Target, stream =>
        {
            stream.Write([1, 2, 3]);
            throw full;
        }));
        Assert.Same(full, failure.InnerException);
        Assert.Contains("No space left", failure.Message);
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Single(Directory.GetFiles(_directory.Path));
        Assert.Throws<DivideByZeroException>(() => CheckpointFile.Replace(Target, _ => throw new DivideByZeroException()));
        Assert.Single(Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void Save_ThroughASymbolicLink_ReplacesItsTarget()
    {
        string link = _directory.File("link");
        File.WriteAllText(Target, "old");
        File.CreateSymbolicLink(link, Target);
        _net.Save(link);
        Assert.NotNull(File.ResolveLinkTarget(link, false));
        _net.Load(Target);
    }

    private static float[] Values(CnnCompiler.Network net) => [.. net.Parameters.Concat(net.Buffers).SelectMany(parameter =>
    {
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    })];

    private void AssertRefused(Action<CnnCompiler.Network> load, params string[] expected)
    {
        float[] before = Values(_net);
        var failure = Assert.Throws<CheckpointException>(() => load(_net));
        Assert.All(expected, part => Assert.Contains(part, failure.Message));
        Assert.Equal(before, Values(_net));
    }

    /// <summary>Writes all tensors of the network, filled with 3, except one, and another one.</summary>
    private void WriteTensors((string Name, TensorDtype Dtype, int[] Shape)? extra = null, string? without = null)
    {
        List<SafetensorsEntry> entries = [.. _net.Parameters.Concat(_net.Buffers).Where(parameter => parameter.Name != without)
            .Select(parameter => new SafetensorsEntry(parameter.Name, TensorDtype.F32, parameter.Shape))];
        if (extra is { } one)
            entries.Insert(1, new SafetensorsEntry(one.Name, one.Dtype, new TensorShape(one.Shape)));
        using FileStream stream = File.Create(Target);
        var writer = new SafetensorsWriter(stream, entries);
        foreach (SafetensorsEntry entry in entries)
        {
            if (entry.Dtype == TensorDtype.F32)
                writer.Write(Enumerable.Repeat(3f, (int)entry.Shape.ElementCount).ToArray());
            else
                writer.Write(new long[entry.Shape.ElementCount]);
        }

        writer.Complete();
    }
}
