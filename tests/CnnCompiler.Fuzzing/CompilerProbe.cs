using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnCompiler.Fuzzing;

/// <summary>Analyzer and generator on one source. What throws or takes too long fails the case.</summary>
internal static class CompilerProbe
{
    // Far beyond what any of these networks takes, on a busy machine too.
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);

    private static readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Fuzzed",
        [],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll").Append(typeof(NetworkAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false));

    /// <summary>The first error of the analyzer, or null.</summary>
    public static string? FirstError(string source)
    {
        using var stop = new CancellationTokenSource(_limit);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (error, _, _) => throw new InvalidOperationException("The analyzer threw on:\n" + source, error), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = Compile(source).WithAnalyzers([new NetworkAnalyzer()], options).GetAnalyzerDiagnosticsAsync(stop.Token).GetAwaiter().GetResult();
        if (found.FirstOrDefault(one => one.Id is "CNN189" or "AD0001") is { } failure)
        {
            throw new InvalidOperationException(failure.GetMessage() + "\n" + source);
        }

        return found.FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error)?.ToString();
    }

    /// <summary>Runs the generator.</summary>
    public static void Generate(string source)
    {
        using var stop = new CancellationTokenSource(_limit);
        GeneratorRunResult result = CSharpGeneratorDriver.Create(new NetworkGenerator()).RunGenerators(Compile(source), stop.Token).GetRunResult().Results.Single();
        if ((result.Exception?.ToString() ?? result.Diagnostics.FirstOrDefault()?.ToString()) is { } failure)
        {
            throw new InvalidOperationException("The generator failed: " + failure + "\n" + source);
        }
    }

    private static CSharpCompilation Compile(string source) => _empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, path: "Fuzzed.cs"));
}
