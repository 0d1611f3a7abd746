using System;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class InMemoryDatasetTests
{
    [Fact]
    public void Targets_AreCopied()
    {
        var data = new InMemoryDataset([2], [1f, 2, 3, 4], [5f, 6, 7, 8, 9, 10]);
        Assert.Equal((2, 0, 3), (data.Count, data.LabelSize, data.TargetSize));
        float[] targets = new float[3];
        data.CopyTargets(1, targets);
        Assert.Equal([8f, 9, 10], targets);
        Assert.Throws<NotSupportedException>(() => data.CopyLabels(0, new int[1]));
    }

    [Fact]
    public void Labels_PerPosition_AreCopied()
    {
        var data = new InMemoryDataset([1, 2], [1f, 2, 3, 4], [5, 6, 7, 8]);
        Assert.Equal((2, 2, 0), (data.Count, data.LabelSize, data.TargetSize));
        int[] labels = new int[2];
        data.CopyLabels(1, labels);
        Assert.Equal([7, 8], labels);
        Assert.Throws<NotSupportedException>(() => data.CopyTargets(0, new float[2]));
    }

    [Fact]
    public void Slice_IsAView()
    {
        Dataset data = new InMemoryDataset([1], [0f, 1, 2, 3, 4], [0, 1, 2, 3, 4]).Slice(1, 3).Slice(1, 2);
        float[] input = new float[1];
        data.CopySample(1, input);
        Assert.Equal((2, 3f), (data.Count, input[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.CopySample(2, input));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Slice(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Slice(-1, 1));
    }

    [Fact]
    public void Lengths_ThatDoNotFit_AreNamed()
    {
        Assert.Contains("multiple of 4", Assert.Throws<ArgumentException>(() => new InMemoryDataset([2, 2], new float[7], new int[1])).Message);
        Assert.Contains("found 3", Assert.Throws<ArgumentException>(() => new InMemoryDataset([2, 2], new float[8], new int[3])).Message);
        Assert.Throws<ArgumentException>(() => new InMemoryDataset([2], new float[2], Array.Empty<int>()));
        Assert.Throws<ArgumentException>(() => new InMemoryDataset([2], Array.Empty<float>(), new int[1]));
        Assert.Throws<ArgumentException>(() => new InMemoryDataset([0], new float[2], new int[1]));
        Assert.Throws<ArgumentException>(() => new InMemoryDataset([1], new byte[2], new int[2], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InMemoryDataset([1], new byte[2], new int[2]).CopySample(2, new float[1]));
    }
}
