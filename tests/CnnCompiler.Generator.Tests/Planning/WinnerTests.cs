using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Emission.Winners;
using CnnCompiler.Generator.Layers.MaxPool;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;
using Xunit;

namespace CnnCompiler.Generator.Tests.Planning;

/// <summary>Where gradients go from winner to winner of a maximum, and where they must not; the layer tests of their kernels rest on these choices.</summary>
public sealed class WinnerTests
{
    [Fact]
    public void LeNet5_HasNoGradientOfWhatItsPoolsRead()
    {
        PassPlan gradient = Gradient("Network(1, 28, 28), Conv(6, 5, Padding = 2), Relu, MaxPool(2), Conv(16, 5), Relu, MaxPool(2), Dense(120), Relu, Dense(84), Relu, Dense(10)");
        Assert.Equal(2, gradient.Steps.Count(step => step.Kernel is WinnerWeightGradientKernel));
        Assert.Equal(2, gradient.Steps.Count(step => step.Kernel is WinnerInputGradientKernel));
        Assert.DoesNotContain(gradient.Steps, step => step.Kernel is MaxPoolBackwardKernel);

        // Of maps of 28x28 and 10x10, only the forward pass has some.
        Assert.Equal(1, Tensors(gradient).Count(tensor => tensor.View is { Blocked: true, Width: 28, Channels: 6 }));
        Assert.Equal(1, Tensors(gradient).Count(tensor => tensor.View is { Blocked: true, Width: 10 }));
    }

    [Fact]
    public void Step_SaysWhy()
    {
        Step step = Gradient("Network(1, 28, 28), Conv(6, 5, Padding = 2), Relu, MaxPool(2), Dense(10)").Steps.First(step => step.Kernel is WinnerWeightGradientKernel);
        Assert.Equal("1 Conv(6, 5, Padding = 2), 2 Relu", step.Title);
        Assert.StartsWith(step.Title + ", gradients from winner to winner of the maximum behind it, estimated ", step.Comment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Conv(6, 3, Padding = 1, Frozen = true), Relu, MaxPool(2), Conv(9, 3), MaxPool(2)", 1, 2)]
    [InlineData("Conv(6, 3, Padding = 1), Relu, Conv(9, 3, Padding = 1, Frozen = true), MaxPool(2)", 0, 1)]
    public void FrozenConvolutions_HaveNoWeightGradient(string layers, int weights, int inputs)
    {
        PassPlan gradient = Gradient($"Network(2, 13, 14), {layers}");
        Assert.Equal(weights, gradient.Steps.Count(step => step.Kernel is WinnerWeightGradientKernel));
        Assert.Equal(inputs, gradient.Steps.Count(step => step.Kernel is WinnerInputGradientKernel));
    }

    // The layer tests of winners check that each of theirs is taken.
    [Theory]
    [InlineData("Network(3, 20, 20), Conv(16, 1), Relu, Conv(16, 3, Padding = 1), Relu, MaxPool(2)")] // Winograd is as good.
    [InlineData("Network(64, 32, 32), Conv(64, 3, Padding = 1), Relu, MaxPool(2)")] // Too many vectors of a window for straight-line code.
    [InlineData("Network(1, 150, 150), Conv(6, 5, Padding = 2), Relu, MaxPool(2)")] // The map of the input gradient leaves the cache.
    [InlineData("Network(2, 28, 28), Conv(6, 5, Padding = 4, Dilation = 2), Relu, MaxPool(2)")] // Columns of planes are not side by side.
    [InlineData("Network(1, 28, 28), Conv(6, 5, Padding = 2), Relu, MaxPool(6)")] // Too many taps for a table.
    [InlineData("Network(16, 6, 6), Conv(16, 3, Padding = 1), MaxPool(2, Padding = 1, Dilation = 7)")] // No tap of the window lies in the map.
    [InlineData("Network(6, 14, 14), Conv(16, 3), Relu, MaxPool(3, Stride = 1, Padding = 1)")] // As many winners as pixels.
    [InlineData("Network(1, 28, 28), Conv(6, 5), Relu, MaxPool(2)")] // Vectors would reach beyond the caller's memory.
    [InlineData("Network(6, 14, 14), Conv(16, 5), Relu, AvgPool(2)")]
    [InlineData("Network(6, 14, 14), Conv(16, 5), BatchNorm, Relu, MaxPool(2)")]
    [InlineData("Network(6, 14, 14), Conv(16, 5), Tanh, MaxPool(2), Sigmoid")]
    [InlineData("Network(6, 14, 14), Conv(16, 5, Groups = 2), Relu, MaxPool(2)")]
    [InlineData("Network(6, 14, 14), Conv(16, 5), Relu, Auxiliary<Head>, MaxPool(2), Dense(10)")]
    [InlineData("Network(6, 14, 14), Conv(16, 5), Relu, Concat<Pool, Other>, Dense(10)")]
    [InlineData("Network(6, 14, 14), Save(\"x\"), Conv(6, 5, Padding = 2), Add(\"x\"), Relu, MaxPool(2)")]
    [InlineData("Network(6, 14, 14, Unroll = Unroll.Full), Conv(16, 5), Relu, MaxPool(2)")]
    public void Others_TakeAllPixels(string layers) => Assert.DoesNotContain(Gradient(layers).Steps, IsWinner);

    private static bool IsWinner(Step step) => step.Kernel is WinnerWeightGradientKernel or WinnerInputGradientKernel;

    private static IEnumerable<Tensor> Tensors(PassPlan pass) =>
        pass.Steps.SelectMany(step => step.Bindings).Select(binding => binding.Tensor).Where(tensor => tensor.Space == Space.Values).Distinct();

    private static PassPlan Gradient(string layers)
    {
        string loss = layers.Contains("Dense", StringComparison.Ordinal) ? "" : ", MeanSquaredErrorLoss";
        var compilation = NetworkSource.Compile($$"""
            using CnnCompiler;
            [{{layers}}{{loss}}] public partial class Net;
            [MaxPool(2)] class Pool;
            [MaxPool(2)] class Other;
            [GlobalAvgPool, Dense(10)] class Head;
            """);
        CheckedNetwork network = CheckedNetwork.Check(
            NetworkParser.Parse(compilation.GetTypeByMetadataName("Net")!, allowUnsafe: true, CancellationToken.None)!, new List<DiagnosticInfo>(), CancellationToken.None);
        return new NetworkPlan("Net", network.Graph ?? throw new InvalidOperationException(network.Error)).Gradient;
    }
}
