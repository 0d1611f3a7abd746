using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

public sealed class BudgetTests
{
    private const string Layers = "[Network(1, 8, 8)]\n[Conv(4, 3), Relu, MaxPool(2)]\n[Dense(10)]\n";

    [Theory]
    [InlineData("Parameters = 400", "CNN302", "Budget(Parameters = 400): Net has 410 parameters, 10 more than the budget. Largest: dense1 Dense(10) 370, conv1 Conv(4, 3) 40. Use fewer filters or units there, or pool before the first Dense, or raise the budget.")]
    [InlineData("Macs = 1_000", "CNN305", "Budget(Macs = 1000): Net has 1656 multiply-accumulates, 656 more than the budget. Largest: conv1 Conv(4, 3) 1296, dense1 Dense(10) 360. Use a stride or a pool earlier, groups, or fewer filters there, or raise the budget.")]
    public void Excess_IsAnErrorOnTheLimit(string limit, string id, string message)
    {
        Diagnostic found = Assert.Single(Analyze("[Budget(" + limit + ")]\n" + Layers));
        Assert.Equal((id, limit, message), (found.Id, found.At(), found.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
    }

    // A limit of exactly what the generated constants say passes, one less does not.
    [Theory]
    [InlineData("Parameters", "ParameterCount", "CNN302")]
    [InlineData("PredictBytes", "PredictBytes", "CNN303")]
    [InlineData("GradientBytes", "GradientBytes", "CNN304")]
    [InlineData("Macs", "Macs", "CNN305")]
    public void Limit_IsComparedWithTheGeneratedConstant(string budget, string constant, string id)
    {
        const string Blocks = "\n[Auxiliary<Head>]\n";
        string source = Layers.Replace("\n[Dense", Blocks + "[Dense");
        var generated = NetworkSource.Generate(NetworkSource.Compile(Source(source))).Compilation;
        long value = (long)generated.GetTypeByMetadataName("Net")!.GetMembers(constant).OfType<IFieldSymbol>().Single().ConstantValue!;
        Assert.Empty(Analyze($"[Budget({budget} = {value})]\n" + source));
        Diagnostic found = Assert.Single(Analyze($"[Budget({budget} = {value - 1})]\n" + source));
        Assert.Equal(id, found.Id);
        Assert.Contains(", 1 more than the budget. Largest: ", found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void CodeBytes_AreThoseOfAllGeneratedFiles()
    {
        GeneratorDriverRunResult run = NetworkSource.Generate(NetworkSource.Compile(Source(Layers))).Run;
        int bytes = run.Results.Single().GeneratedSources.Sum(file => System.Text.Encoding.UTF8.GetByteCount(file.SourceText.ToString()));
        Assert.Empty(Analyze($"[Budget(CodeBytes = {bytes})]\n" + Layers));
        Diagnostic found = Assert.Single(Analyze($"[Budget(CodeBytes = {bytes - 1})]\n" + Layers));
        Assert.Equal("CNN306", found.Id);
        Assert.StartsWith($"Budget(CodeBytes = {bytes - 1}): Net has {bytes} bytes, 1 more than the budget. Largest: ", found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void SeveralLimits_AreReportedEach() =>
        Assert.Equal(["CNN302", "CNN305"], Analyze("[Budget(Parameters = 1, PredictBytes = 1_000_000, Macs = 2)]\n" + Layers).Select(found => found.Id));

    [Fact]
    public void NetworkWithAMistake_HasThatErrorOnly() => Assert.Empty(Analyze("[Budget(Parameters = 1)]\n" + Layers.Replace("Conv(4, 3)", "Conv(4, 30)")));

    [Theory]
    [InlineData("[Network(4), Budget(Macs = -1), Dense(2)] public partial class Net;", "CNN308", "Macs = -1", "Budget: Macs has to be at least 0, but is -1. Leave it out for no limit.")]
    [InlineData("[Budget(Macs = 1), Dense(2)] public class Path;", "CNN307", "Budget(Macs = 1)", "Class Path has a budget, but is no network. Write [Network(..)] beside it, or move the budget to the network that uses the block.")]
    public void Budget_ThatMeansNothing_IsAnError(string source, string id, string at, string message)
    {
        Diagnostic found = Assert.Single(AnalyzerRun.Of(new BudgetAnalyzer(), NetworkSource.Compile("using CnnCompiler;\n" + source)));
        Assert.Equal((id, at, message), (found.Id, found.At(), found.GetMessage(CultureInfo.InvariantCulture)));
    }

    private static string Source(string attributes) => NetworkSource.Class(attributes) + "[GlobalAvgPool, Dense(10)] abstract class Head;\n";

    private static System.Collections.Generic.IReadOnlyList<Diagnostic> Analyze(string attributes) =>
        AnalyzerRun.Of(new BudgetAnalyzer(), NetworkSource.Compile(Source(attributes)));
}
