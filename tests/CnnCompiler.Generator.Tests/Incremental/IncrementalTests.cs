using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CnnCompiler.Generator.Tests.Incremental;

public sealed class IncrementalTests
{
    private const string First = "using CnnCompiler;\n[Network(1, 8, 8)]\n[Conv(4, 3), Relu, Dense(10)]\npublic partial class First;\n";
    private const string Second = "using CnnCompiler;\n[Network(1, 8, 8)]\n[Conv(4, 9), Dense(10)]\npublic partial class Second;\n";
    private const string Other = "class Other { int Value; }";

    private static readonly IncrementalStepRunReason[] _unchanged = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Theory]
    [InlineData(2, Other, "class Other { long Value; string? Text; }")]
    [InlineData(0, "using CnnCompiler;\n", "// A comment.\nusing CnnCompiler;\n\n")]
    [InlineData(0, "Conv(4, 3), ", "Conv(4, /* rows */ 3),\n  ")]
    [InlineData(1, "public partial", "/// <summary>Text.</summary>\npublic partial")]
    [InlineData(1, "class Second;", "class Second { int _field; }")]
    public void UnrelatedEdit_ComputesNothingAgain(int file, string before, string after)
    {
        GeneratorRunResult run = Edit(file, before, after);
        Assert.All(Reasons(run, TrackingNames.Parse), reason => Assert.Contains(reason, _unchanged));
        Assert.All(Reasons(run, TrackingNames.Shape), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Reasons(run, TrackingNames.Compile), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Reasons(run, TrackingNames.Kernels), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Outputs(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.NotEmpty(Outputs(run));
    }

    [Fact]
    public void OneLayerChanged_CompilesThatNetworkOnly()
    {
        GeneratorRunResult run = Edit(0, "Conv(4, 3)", "Conv(4, 5)");
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(run, TrackingNames.Parse));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(run, TrackingNames.Shape));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(run, TrackingNames.Compile));
    }

    [Fact]
    public void LayersOnAnotherDeclaration_AreFollowed()
    {
        const string Split = "using CnnCompiler;\n[Conv(4, 3)] partial class First;\n";
        string network = First.Replace("[Conv(4, 3), Relu, Dense(10)]\n", "");
        GeneratorRunResult run = Edit(NetworkSource.Compile(network, Second, Split), 2, "Conv(4, 3)", "Conv(5, 3)");
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Reasons(run, TrackingNames.Parse));
    }

    [Fact]
    public void NetworkAdded_LeavesTheOthers()
    {
        GeneratorRunResult run = Edit(2, Other, "[CnnCompiler.Network(3), CnnCompiler.Dense(2)] public partial class Third;");
        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.New],
            Reasons(run, TrackingNames.Compile));
    }

    private static GeneratorRunResult Edit(int file, string before, string after) => Edit(NetworkSource.Compile(First, Second, Other), file, before, after);

    private static GeneratorRunResult Edit(CSharpCompilation compilation, int file, string before, string after)
    {
        GeneratorDriver driver = NetworkSource.Driver().RunGenerators(compilation);
        SyntaxTree tree = compilation.SyntaxTrees[file];
        string text = tree.ToString();
        Assert.Contains(before, text);
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text.Replace(before, after), path: tree.FilePath));
        return driver.RunGenerators(edited).GetRunResult().Results.Single();
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult run, string step) =>
        [.. run.TrackedSteps[step].SelectMany(found => found.Outputs).Select(output => output.Reason)];

    private static List<IncrementalStepRunReason> Outputs(GeneratorRunResult run) =>
        [.. run.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(found => found.Outputs).Select(output => output.Reason)];
}
