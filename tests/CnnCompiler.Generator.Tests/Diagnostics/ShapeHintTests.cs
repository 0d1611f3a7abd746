using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

public sealed class ShapeHintTests
{
    [Fact]
    public void EveryAttribute_ShowsTheShapeBehindIt() => Assert.Equal(
        [
            "Conv(6, 5, Padding = 2): 6x28x28, 156 parameters, receptive field 5",
            "Relu: 6x28x28, receptive field 5",
            "MaxPool(2): 6x14x14, receptive field 6",
            "Conv(16, 5, Bias = false): 16x10x10, 2400 parameters, receptive field 14",
            "BatchNorm: 16x10x10, 32 parameters, receptive field 14",
            "Dense(10): 10, 16010 parameters, receptive field 32",
        ],
        Hints("[Network(1, 28, 28)]\n[Conv(6, 5, Padding = 2), Relu, MaxPool(2)]\n[Conv(16, 5, Bias = false), BatchNorm]\n[Dense(10)]\npublic partial class Net;"));

    [Fact]
    public void Blocks_ShowEachDifferentUse() => Assert.Equal(
        [
            "Use<Block>(4): 4x8x8, 40 parameters, receptive field 3",
            "Use<Block>(6, Repeat = 2): 6x8x8, 552 parameters, receptive field 7",
            "Save(\"a\"): 6x8x8, receptive field 7",
            "Concat<Left, Right>: 7x8x8, 7 parameters, receptive field 9",
            "Conv(N, 3, Padding = 1): Use<Block>(4): 4x8x8, 40 parameters, receptive field 3; Use<Block>(6, Repeat = 2): 6x8x8, 222 parameters, receptive field 5; "
                + "Use<Block>(6, Repeat = 2): 6x8x8, 330 parameters, receptive field 7",
            "MaxPool(3, Stride = 1, Padding = 1): Net: 6x8x8, receptive field 9",
            "Conv(1, 1): Net: 1x8x8, 7 parameters, receptive field 7",
        ],
        Hints("""
            [Network(1, 8, 8)]
            [Use<Block>(4), Use<Block>(6, Repeat = 2), Save("a"), Concat<Left, Right>]
            public partial class Net;
            [Conv(N, 3, Padding = 1)] abstract class Block { [Parameter] const int N = 1; }
            [MaxPool(3, Stride = 1, Padding = 1)] abstract class Left;
            [Conv(1, 1)] abstract class Right;
            """));

    [Fact]
    public void BlockOfManyUses_ShowsFour() => Assert.EndsWith(
        "Use<Block>(4): 4x4, 16 parameters, receptive field 1; and 2 more",
        Hints("[Network(1, 4)]\n[Use<Block>(1), Use<Block>(2), Use<Block>(3), Use<Block>(4), Use<Block>(5), Use<Block>(6)] partial class Net;\n[Conv(N, 1)] class Block { [Parameter] const int N = 1; }").Last());

    [Fact]
    public void BeforeAMistake_ShapesAreShown() =>
        Assert.Equal(["Conv(4, 3): 4x6x6, 40 parameters, receptive field 3"], Hints("[Network(1, 8, 8)]\n[Conv(4, 3), Conv(4, 9), Dense(2)] public partial class Net;"));

    // The compiler does not even call an analyzer whose only rule is off.
    [Fact]
    public async Task HintThatIsOff_CostsNothing()
    {
        var analyzer = new ShapeHintAnalyzer();
        CSharpCompilation compilation = NetworkSource.Compile(NetworkSource.Class("[Network(4), Dense(2)]"));
        AnalysisResult off = await compilation.WithAnalyzers([analyzer], AnalyzerRun.Options).GetAnalysisResultAsync(CancellationToken.None);
        Assert.Empty(off.GetAllDiagnostics());
        Assert.Equal(0, off.AnalyzerTelemetryInfo.TryGetValue(analyzer, out var telemetry) ? telemetry.SymbolActionsCount : 0);
        AnalysisResult on = await On(compilation).WithAnalyzers([analyzer], AnalyzerRun.Options).GetAnalysisResultAsync(CancellationToken.None);
        Assert.Single(on.GetAllDiagnostics());
        Assert.Equal(1, on.AnalyzerTelemetryInfo[analyzer].SymbolActionsCount);
    }

    private static IEnumerable<string> Hints(string source) => AnalyzerRun.Of(new ShapeHintAnalyzer(), On(NetworkSource.Compile("using CnnCompiler;\n" + source)))
        .Select(found => found.At() + ": " + found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    private static CSharpCompilation On(CSharpCompilation compilation) =>
        compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new KeyValuePair<string, ReportDiagnostic>("CNN301", ReportDiagnostic.Info)]));
}
