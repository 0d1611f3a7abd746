using System;
using System.Collections.Immutable;
using System.Linq;
using CnnCompiler.Generator.Emission.Tiles;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CnnCompiler.Generator.Tests.Emission;

/// <summary>Generated code stays small enough for compilers and editors: layers share it, and only their sizes are their own.</summary>
public sealed class CodeVolumeTests
{
    private const string ResNet50 = """
        using CnnCompiler;

        [Network(3, 224, 224)]
        [Conv(64, 7, Stride = 2, Padding = 3, Bias = false), BatchNorm, Relu, MaxPool(3, Stride = 2, Padding = 1)]
        [Use<Bottleneck>(64, 1, Repeat = 3)]
        [Use<Bottleneck>(128, 2), Use<Bottleneck>(128, 1, Repeat = 3)]
        [Use<Bottleneck>(256, 2), Use<Bottleneck>(256, 1, Repeat = 5)]
        [Use<Bottleneck>(512, 2), Use<Bottleneck>(512, 1, Repeat = 2)]
        [GlobalAvgPool, Dense(1000)]
        public partial class ResNet50;

        [Residual<Main, Projection>, Relu]
        abstract class Bottleneck
        {
            [Parameter] const int Filters = 16, Stride = 1;

            [Conv(Filters, 1, Bias = false), BatchNorm, Relu]
            [Conv(Filters, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, Relu]
            [Conv(4 * Filters, 1, Bias = false), BatchNorm]
            class Main;

            [Conv(4 * Filters, 1, Stride = Stride, Bias = false), BatchNorm]
            class Projection;
        }
        """;

    [Fact]
    public void ResNet50_WithAllInstructionSets_StaysBelow40000Lines() =>
        Assert.InRange(Generate(ResNet50).Sum(source => source.SourceText.Lines.Count), 10_000, 40_000);

    [Theory]
    [InlineData("BatchNorm, Relu", "BatchNorm_")]
    [InlineData("MaxPool(2)", "MaxPool_")]
    [InlineData("PRelu", "PRelu_")]
    [InlineData("Dropout(0.5)", "Dropout_")]
    [InlineData("DepthwiseConv(3, Padding = 1)", "Depthwise_WeightGradient_")]
    public void LayersThatDifferInSizeOnly_ShareTheirKernels(string layers, string kernels)
    {
        string[] small = Kernels("using CnnCompiler;\n" + Network("First", layers, 24), kernels);
        Assert.NotEmpty(small);
        Assert.Equal(small, Kernels("using CnnCompiler;\n" + Network("First", layers, 24) + Network("Second", layers, 40), kernels));
    }

    [Theory]
    [InlineData("Conv(16, 5, Padding = 2), Relu, Conv(16, 5, Padding = 2), Relu, Dense(20), Relu, Dense(10)")]
    [InlineData("Conv(16, 5, Padding = 2), Tanh, Conv(16, 5, Padding = 2), Sigmoid, Dense(20), Threshold, Dense(10)")]
    [InlineData("Conv(16, 5, Padding = 2, Bias = false), BatchNorm, Relu, Save(\"kept\"), Conv(16, 5, Padding = 2), Add(\"kept\"), Selu, Dense(20), Dense(10)")]
    public void LayersThatDifferInWhatFollowsThem_ShareTheirTiles(string layers)
    {
        string[] plain = Kernels("using CnnCompiler;\n" + Network("First", "Conv(16, 5, Padding = 2), Conv(16, 5, Padding = 2), Dense(20), Dense(10)", 24), "Product_");
        Assert.NotEmpty(plain);
        Assert.Equal(plain, Kernels("using CnnCompiler;\n" + Network("First", layers, 24), "Product_"));
    }

    [Fact]
    public void TileEnds_AreThoseOfTheRuntime() =>
        Assert.Equal(Enum.GetValues<Runtime.TileEnd>().Select(end => (end.ToString(), (int)end)), Enum.GetValues<TileEnd>().Select(end => (end.ToString(), (int)end)));

    private static string Network(string name, string layers, int size) =>
        $"[Network(16, {size}, {size}), {layers}, MeanSquaredErrorLoss]\npublic partial class {name};\n";

    private static string[] Kernels(string source, string prefix) =>
    [
        .. Generate(source)
            .Select(generated => generated.HintName)
            .Where(name => name.StartsWith("CnnCompiler.Generated." + prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static ImmutableArray<GeneratedSourceResult> Generate(string source) =>
        NetworkSource.Driver().RunGenerators(NetworkSource.Compile(source)).GetRunResult().Results.Single().GeneratedSources;
}
