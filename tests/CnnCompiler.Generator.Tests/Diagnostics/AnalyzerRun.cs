using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnCompiler.Generator.Tests.Diagnostics;

/// <summary>Analyzers on a compilation as the compiler runs them.</summary>
internal static class AnalyzerRun
{
    /// <summary>What an analyzer reports.</summary>
    public static IReadOnlyList<Diagnostic> Of(DiagnosticAnalyzer analyzer, CSharpCompilation compilation)
    {
        ImmutableArray<Diagnostic> found = compilation.WithAnalyzers([analyzer], Options).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return [.. found.OrderBy(one => one.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(one => one.Location.SourceSpan.Start)];
    }

    /// <summary>The source text that a diagnostic points at.</summary>
    public static string At(this Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);

    public static CompilationWithAnalyzersOptions Options { get; } = new(
        new AnalyzerOptions([]), onAnalyzerException: (error, _, _) => throw new InvalidOperationException("An analyzer threw.", error), concurrentAnalysis: false,
        logAnalyzerExecutionTime: true, reportSuppressedDiagnostics: true);
}
