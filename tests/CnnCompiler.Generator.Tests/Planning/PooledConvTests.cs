using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;
using Xunit;

namespace CnnCompiler.Generator.Tests.Planning;

/// <summary>Where a convolution computes the pool behind it, and where it must not.</summary>
public sealed class PooledConvTests
{
    // 4x4 windows: Winograd takes 3x3 and 5x5.
    private const string Digits = """
        [Network(1, 28, 28), Conv(6, 5, Padding = 2), Relu, MaxPool(2), Conv(16, 4), Relu, MaxPool(2), Dense(120), Relu, Dense(84), Relu, Dense(10)]
        public partial class Net;
        """;

    [Fact]
    public void Prediction_HoldsNoMapInFrontOfAPool()
    {
        PassPlan predict = Plan(Digits).Predict;
        Assert.Equal(2, predict.Steps.Count(IsPooled));
        Assert.DoesNotContain(predict.Steps, step => step.Kernel is PoolForwardKernel);
        Assert.DoesNotContain(Tensors(predict), tensor => tensor.View is { Blocked: true, Width: 28 or 11 });

        // Two lines of 28 pixels of 16 channels.
        Assert.Equal(2 * 28 * 16, predict.WorkspaceFloats);
    }

    [Fact]
    public void Step_NamesAllItsLayers_AndSaysWhy()
    {
        Step step = Plan(Digits).Predict.Steps.First(IsPooled);
        Assert.Equal("1 Conv(6, 5, Padding = 2), 2 Relu, 3 MaxPool(2)", step.Title);
        Assert.StartsWith(step.Title + ", pooled row by row: ", step.Comment, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_KeepsTheMap_AndItsWinners()
    {
        PassPlan gradient = Plan(Digits).Gradient;
        Assert.DoesNotContain(gradient.Steps, IsPooled);
        Assert.Equal(2, gradient.Steps.Count(step => step.Kernel is PoolForwardKernel));
        Assert.Contains(Tensors(gradient), tensor => tensor.View is { Blocked: true, Width: 28 });
    }

    [Theory]
    [InlineData("Conv(64, 7, Stride = 2, Padding = 3, Bias = false), BatchNorm, Relu, MaxPool(3, Stride = 2, Padding = 1)", "4 MaxPool(3, Stride = 2, Padding = 1)")]
    [InlineData("Conv(64, 7, Stride = 2, Padding = 3), Relu, MaxPool(3, Stride = 2, CeilMode = true)", "3 MaxPool(3, Stride = 2, CeilMode = true)")]
    [InlineData("Conv(64, 11, Stride = 4, Padding = 2), Relu, MaxPool(3, Stride = 2)", "3 MaxPool(3, Stride = 2)")]
    [InlineData("Conv(32, 5, Stride = 2), Tanh, Dropout, AvgPool(2), Sigmoid", "4 AvgPool(2), 5 Sigmoid")]
    public void FirstLayers_OfLargeNetworks_ArePooled(string layers, string last)
    {
        PassPlan predict = Plan($"[Network(3, 224, 224), {layers}, GlobalAvgPool, Dense(10)] public partial class Net;").Predict;
        Step step = Assert.Single(predict.Steps, IsPooled);
        Assert.EndsWith($", {last}", step.Title, StringComparison.Ordinal);

        // The thread keeps as many lines as a window is high, for two blocks of channels.
        View lines = ((ProductKernel)step.Kernel).Pool!.Row.X;
        Assert.Equal(2 * lines.Plane, predict.WorkspaceFloats);
    }

    [Theory]
    [InlineData("Conv(6, 5), Save(\"x\"), MaxPool(3, Stride = 1, Padding = 1), Add(\"x\")")]
    [InlineData("Conv(6, 5), Concat<Pool, Other>")]
    [InlineData("Conv(6, 5), Auxiliary<Head>, MaxPool(2)")]
    [InlineData("Save(\"x\"), Conv(3, 5, Padding = 2), Add(\"x\"), Relu, MaxPool(2)")]
    [InlineData("Conv(6, 5), GlobalMaxPool")]
    [InlineData("Conv(6, 5), LocalResponseNorm(5), MaxPool(2)")]
    [InlineData("DepthwiseConv(3), MaxPool(2)")]
    [InlineData("Conv(64, 5), Conv(64, 3, Padding = 1), MaxPool(2)")]
    [InlineData("Conv(6, 5), Conv(16, 5, Padding = 2), MaxPool(2)")]
    [InlineData("Conv(6, 5), Relu")]
    public void MapsThatOthersRead_OrThatOtherKernelsCompute_StayInMemory(string layers)
    {
        NetworkPlan plan = Plan($"""
            [Network(3, 32, 32), {layers}, Dense(10)] public partial class Net;
            [MaxPool(2)] class Pool;
            [MaxPool(2)] class Other;
            [GlobalAvgPool, Dense(10)] class Head;
            """);
        Assert.DoesNotContain(plan.Predict.Steps, IsPooled);
    }

    [Theory]
    [InlineData("Network(64, 30, 30), Conv(64, 7, Padding = 3), MaxPool(3, Stride = 1, Padding = 1)")]
    [InlineData("Network(256, 8, 7), Conv(256, 1), AvgPool(2)")]
    public void RowsThatWouldCostMoreThanTheySave_ArePooledApart_AndSayWhy(string layers)
    {
        PassPlan predict = Plan($"[{layers}, MeanSquaredErrorLoss] public partial class Net;").Predict;
        Assert.DoesNotContain(predict.Steps, IsPooled);
        Step pool = Assert.Single(predict.Steps, step => step.Kernel is PoolForwardKernel);
        Assert.Contains("apart from the convolution: its rows computed twice and narrow tiles would cost", pool.Comment, StringComparison.Ordinal);
    }

    [Fact]
    public void LinesThatLeaveTheCache_ArePooledApart_AndSayWhy()
    {
        PassPlan predict = Plan("[Network(1, 16000), Conv(16, 9), MaxPool(4), MeanSquaredErrorLoss] public partial class Net;").Predict;
        Step pool = Assert.Single(predict.Steps, step => step.Kernel is PoolForwardKernel);
        Assert.Contains("would not stay in the cache", pool.Comment, StringComparison.Ordinal);
    }

    private static bool IsPooled(Step step) => step.Kernel is ProductKernel { Pool: not null };

    private static IEnumerable<Tensor> Tensors(PassPlan pass) =>
        pass.Steps.SelectMany(step => step.Bindings).Select(binding => binding.Tensor).Where(tensor => tensor.Space == Space.Values).Distinct();

    private static NetworkPlan Plan(string source)
    {
        var compilation = NetworkSource.Compile("using CnnCompiler;\n" + source);
        CheckedNetwork network = CheckedNetwork.Check(
            NetworkParser.Parse(compilation.GetTypeByMetadataName("Net")!, allowUnsafe: true, CancellationToken.None)!, new List<DiagnosticInfo>(), CancellationToken.None);
        return new NetworkPlan("Net", network.Graph ?? throw new InvalidOperationException(network.Error));
    }
}
