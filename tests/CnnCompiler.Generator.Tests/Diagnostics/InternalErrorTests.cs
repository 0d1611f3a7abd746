using System;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

public sealed class InternalErrorTests
{
    private const string Two = "using CnnCompiler;\n[Network(4), Dense(2)] public partial class Bad;\n[Network(4), Dense(3)] public partial class Good { Bad other = new(); }\n";

    [Fact]
    public void FailureOfTheGenerator_IsOneErrorAndLeavesTheOtherNetworks()
    {
        var generator = new NetworkGenerator((declaration, graph, isas) => declaration.Name == "Bad"
            ? throw new InvalidOperationException("Tile of 0.") : NetworkEmitter.Emit(declaration, graph, isas), KernelEmitter.Emit);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generator).RunGeneratorsAndUpdateCompilation(NetworkSource.Compile(Two), out Compilation output, out _);
        GeneratorRunResult run = driver.GetRunResult().Results.Single();
        Assert.Null(run.Exception);
        Diagnostic found = Assert.Single(run.Diagnostics);
        Assert.Equal("CNN189", found.Id);
        Assert.StartsWith("CnnCompiler failed on class Bad, which is a mistake of CnnCompiler and not of the class: InvalidOperationException in ", found.GetMessage());
        Assert.EndsWith(": Tile of 0. Please report it with the attributes of the class.", found.GetMessage());
        Assert.Contains("Tile of 0", output.GetTypeByMetadataName("Bad")!.GetMembers("NotCompiled").OfType<IFieldSymbol>().Single().ConstantValue!.ToString());
        Assert.NotEmpty(output.GetTypeByMetadataName("Good")!.GetMembers("CompiledDefinition"));
        SyntaxTree tree = output.SyntaxTrees.First();
        Assert.Empty(output.GetSemanticModel(tree).GetDiagnostics());
    }

    // Whichever piece of code cannot be written, what calls it throws at run time, and the rest compiles.
    [Theory]
    [InlineData("Product_")]
    [InlineData("Conv_")]
    [InlineData("")]
    public void FailureOfKernels_IsOneErrorAndEverythingCompiles(string prefix)
    {
        var generator = new NetworkGenerator(
            NetworkEmitter.Emit, (code, isas) => code.Name.StartsWith(prefix, StringComparison.Ordinal) ? throw new InvalidOperationException("No register.") : KernelEmitter.Emit(code, isas));
        CSharpCompilation compilation = NetworkSource.Compile(NetworkSource.Class("[Network(3, 8, 8), Conv(4, 3), Gelu, BatchNorm, MaxPool(2), Dense(2)]"));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generator).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        GeneratorRunResult run = driver.GetRunResult().Results.Single();
        Assert.Null(run.Exception);
        Diagnostic found = Assert.Single(run.Diagnostics);
        Assert.Equal("CNN189", found.Id);
        Assert.Contains("InvalidOperationException in ", found.GetMessage());
        Assert.Contains("No register", found.GetMessage());
        Assert.Empty(output.GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Cancellation_IsNoFailure()
    {
        using var source = new CancellationTokenSource();
        var generator = new NetworkGenerator((_, _, _) =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
            return null!;
        }, KernelEmitter.Emit);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generator);
        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(NetworkSource.Compile(Two), source.Token));
    }

    [Fact]
    public void CancelledGeneration_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => NetworkSource.Driver().RunGenerators(NetworkSource.Compile(Two), source.Token));
    }
}
