using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

/// <summary>Mistakes of every layer inside blocks inside blocks: one report, on the outermost use, with the chain and the inner attribute.</summary>
public sealed class DepthDiagnosticsTests
{
    // The layer, its id, the text that is at fault inside.
    [Theory]
    [InlineData("Conv(6, 9)", "CNN101", "Conv(6, 9)")]
    [InlineData("Conv(N - 20, 3)", "CNN011", "N - 20")]
    [InlineData("Conv(6, 3, Groups = 2)", "CNN102", "Groups = 2")]
    [InlineData("Conv(6, 3, Padding = 3 - N)", "CNN011", "Padding = 3 - N")]
    [InlineData("Conv(6, 3, Same = true, Stride = 2)", "CNN012", "Same = true")]
    [InlineData("Conv(2, 3, Connections = \"0; 7\")", "CNN141", "Connections = \"0; 7\"")]
    [InlineData("Conv(6, 3, Causal = true)", "CNN142", "Causal = true")]
    [InlineData("DepthwiseConv(9)", "CNN101", "DepthwiseConv(9)")]
    [InlineData("SeparableConv(4, 9)", "CNN101", "SeparableConv(4, 9)")]
    [InlineData("ConvTranspose(2, 1, Padding = N)", "CNN143", "Padding = N")]
    [InlineData("LocallyConnected(3, 9)", "CNN101", "LocallyConnected(3, 9)")]
    [InlineData("TiledConv(3, 9, 2)", "CNN101", "TiledConv(3, 9, 2)")]
    [InlineData("Dense(10 - N)", "CNN011", "10 - N")]
    [InlineData("RadialBasis(0)", "CNN011", "0")]
    [InlineData("ChannelScale(Init = Init.Orthogonal)", "CNN016", "Init = Init.Orthogonal")]
    [InlineData("MaxPool(9)", "CNN101", "MaxPool(9)")]
    [InlineData("MaxPool(2, Padding = 2)", "CNN105", "Padding = 2")]
    [InlineData("AvgPool(9, Stride = 1)", "CNN101", "AvgPool(9, Stride = 1)")]
    [InlineData("Flatten, GlobalAvgPool", "CNN103", "GlobalAvgPool")]
    [InlineData("Flatten, GlobalMaxPool", "CNN103", "GlobalMaxPool")]
    [InlineData("Flatten, GlobalSumPool", "CNN103", "GlobalSumPool")]
    [InlineData("Maxout(2)", "CNN132", "2")]
    [InlineData("BatchNorm(Epsilon = -1)", "CNN011", "Epsilon = -1")]
    [InlineData("LayerNorm(Init = Init.He)", "CNN016", "Init = Init.He")]
    [InlineData("InstanceNorm(Epsilon = -1)", "CNN011", "Epsilon = -1")]
    [InlineData("GroupNorm(2)", "CNN102", "2")]
    [InlineData("PositionalNorm(Epsilon = -1)", "CNN011", "Epsilon = -1")]
    [InlineData("LocalResponseNorm(0)", "CNN011", "0")]
    [InlineData("ContrastNorm(4)", "CNN011", "4")]
    [InlineData("LeakyRelu(0.0 / 0)", "CNN011", "0.0 / 0")]
    [InlineData("PRelu(Init = Init.He)", "CNN016", "Init = Init.He")]
    [InlineData("Elu(double.NaN)", "CNN011", "double.NaN")]
    [InlineData("Tanh(Slope = double.NaN)", "CNN011", "Slope = double.NaN")]
    [InlineData("Dropout(1.5)", "CNN011", "1.5")]
    [InlineData("AlphaDropout(1.5)", "CNN011", "1.5")]
    [InlineData("SpatialDropout(-0.5)", "CNN011", "-0.5")]
    [InlineData("Reshape(N, 2)", "CNN131", "Reshape(N, 2)")]
    [InlineData("ZeroPad(5 - N)", "CNN011", "5 - N")]
    [InlineData("Upsample(2147483647)", "CNN202", "Upsample(2147483647)")]
    [InlineData("Conv(64 / (N - 10), 1)", "CNN025", "64 / (N - 10)")]
    [InlineData("Conv(3, 1, Name = Text), Conv(3, 1, Name = Text)", "CNN014", null)]
    [InlineData("Save(\"a\"), Conv(3, 1)", "CNN220", "Save(\"a\")")]
    [InlineData("Add(\"a\")", "CNN020", "\"a\"")]
    [InlineData("Conv(4, 3, Padding = 1), Save(\"a\"), Conv(5, 3), Add(\"a\")", "CNN120", "Add(\"a\")")]
    [InlineData("Save(\"a\"), MaxPool(2), ConcatWith(\"a\")", "CNN121", "ConcatWith(\"a\")")]
    [InlineData("Skip<Kept>(\"s\"), Conv(3, 1)", "CNN220", "Skip<Kept>(\"s\")")]
    [InlineData("Skip<Kept>(\"s\"), TakeSkip(\"s\"), Skip<Other>(\"s\")", "CNN220", "Skip<Other>(\"s\")")]
    [InlineData("Skip<Wide>(\"s\"), Skip<Narrow>(\"s\"), TakeSkip(\"s\")", "CNN120", "Skip<Narrow>(\"s\")")]
    [InlineData("Skip<Kept>(\"s\"), Conv(3, 1), TakeSkip(\"s\")", "CNN150", "Conv(3, 1)")]
    [InlineData("TakeSkip(\"s\")", "CNN020", "\"s\"")]
    [InlineData("Residual<Wide>", "CNN120", "Residual<Wide>")]
    [InlineData("Residual<Wide, Narrow>", "CNN120", "Residual<Wide, Narrow>")]
    [InlineData("Residual<Narrow>(PadChannels = true)", "CNN122", "Residual<Narrow>(PadChannels = true)")]
    [InlineData("Highway<Wide, Narrow>", "CNN120", "Highway<Wide, Narrow>")]
    [InlineData("Concat<Wide, Halved>", "CNN121", "Concat<Wide, Halved>")]
    [InlineData("Sum<Wide, Narrow>", "CNN120", "Sum<Wide, Narrow>")]
    [InlineData("Multiply<Wide, Halved>", "CNN120", "Multiply<Wide, Halved>")]
    [InlineData("Auxiliary<Wide>(0.5)", "CNN123", "Auxiliary<Wide>(0.5)")]
    [InlineData("Use<Inner>(\"x\", 10)", "CNN024", "Use<Inner>(\"x\", 10)")]
    [InlineData("Use<Narrow>(1)", "CNN021", "1")]
    [InlineData("Use<Quotient>(\"a\")", "CNN022", "\"a\"")]
    public async Task Mistake_AtDepthThree_IsReportedOnceOnTheOutermostUse(string layers, string id, string? inner)
    {
        Diagnostic found = Assert.Single(await Analyze($$"""
            [Network(3, 6, 6), Conv(3, 1), Use<Outer>(4), GlobalAvgPool, Dense(2)] public partial class Net;
            [Use<Middle>(N + 1, Repeat = 2)] abstract class Outer { [Parameter] const int N = 1; }
            [Residual<Branch>] abstract class Middle
            {
                [Parameter] const int N = 1;
                [Use<Inner>("x", 2 * N)] class Branch;
            }
            [{{layers}}] abstract class Inner { [Parameter] const string Text = ""; [Parameter] const int N = 1; }
            [Conv(5, 1)] abstract class Wide;
            [Conv(2, 1)] abstract class Narrow;
            [Conv(3, 1)] abstract class Kept;
            [Conv(3, 1)] abstract class Other;
            [Conv(5, 1), MaxPool(2)] abstract class Halved;
            [Conv(64 / N, 1)] abstract class Quotient { [Parameter] const int N = 1; }
            """));
        Assert.Equal((id, "Use<Outer>(4)"), (found.Id, Text(found.Location)));
        Assert.Contains("Use<Outer>(4) > Use<Middle>(5, Repeat = 2) > Use<Inner>(\"x\", 10)", found.GetMessage());
        string at = Text(found.AdditionalLocations[0]); // behind it: where a repair writes
        Assert.True(inner is null || at == inner, $"{at}, expected {inner}");
    }

    [Theory]
    [InlineData("Use<Self>", "Use<Self> in Use<Self>: Self contains itself, Self > Self, and would never end.")]
    [InlineData("Use<Smaller>(3)", "Use<Smaller>(2) in Use<Smaller>(3): Smaller contains itself, Smaller > Smaller, and would never end.")]
    [InlineData("Use<Net>", "Use<Net>: Net contains itself, Net > Net, and would never end.")]
    [InlineData("Concat<Ring, Ring>", "Residual<Ring> in Use<Link>: Ring contains itself, Ring > Link > Ring, and would never end.")]
    public async Task Recursion_IsReportedWithItsCycle(string layers, string message)
    {
        Diagnostic found = Assert.Single(await Analyze($$"""
            [Network(3, 6, 6), {{layers}}] public partial class Net;
            [Use<Self>] abstract class Self;
            [Use<Smaller>(N - 1)] abstract class Smaller { [Parameter] const int N = 1; }
            [Use<Link>] abstract class Ring;
            [Residual<Ring>] abstract class Link;
            """));
        Assert.Equal("CNN024", found.Id);
        Assert.StartsWith(message, found.GetMessage());
    }

    // The third repetition is the one that fails.
    [Fact]
    public async Task Shapes_InsideRepeat_AreThoseOfTheRepetitionThatFails()
    {
        Diagnostic found = Assert.Single(await Analyze("[Network(3, 6, 6), Use<Shrink>(Repeat = 5)] public partial class Net;\n[Conv(4, 3)] abstract class Shrink;"));
        Assert.Equal("CNN101", found.Id);
        Assert.Equal(
            "Conv(4, 3) in Use<Shrink>(Repeat = 5) needs an input of at least 3x3, but layer 1 of Shrink, Conv(4, 3) gives 4x2x2: (2 - 3 + 2*0) / 1 + 1 = 0. Use a kernel of at most 2, or Padding = 1.",
            found.GetMessage());
    }

    // A block that is wrong at two places has an error at each.
    [Fact]
    public async Task UsesOfOneBlock_AreReportedEach()
    {
        IReadOnlyList<Diagnostic> found = await Analyze(
            "[Network(3, 6, 6), Use<Biased>, Conv(4, 1), Use<Biased>(Repeat = 3)] public partial class Net;\n[Conv(4, 3, Padding = 1), BatchNorm] abstract class Biased;");
        Assert.Equal(["Use<Biased>", "Use<Biased>(Repeat = 3)"], found.Select(one => Text(one.Location)));
        Assert.All(found, one => Assert.Equal("CNN205", one.Id));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string source) =>
    [
        .. (await NetworkSource.Compile("using CnnCompiler;\n" + source).WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync())
            .OrderBy(found => found.Location.SourceSpan.Start),
    ];

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
