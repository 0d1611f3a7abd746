using System.Collections.Immutable;
using CnnCompiler;
using CnnCompiler.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Samples;

/// <summary>A file through the compiler with generator and analyzers, as a build does it.</summary>
internal static class MistakeCompiler
{
    private static readonly DiagnosticAnalyzer[] _analyzers = [new NetworkAnalyzer(), new BudgetAnalyzer(), new ShapeHintAnalyzer(), new BlockSuppressor()];

    private static readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Mistakes", [], References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Errors and warnings in the order of the file, with line and column, and the page that explains them.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">Its text.</param>
    public static IEnumerable<string> Compile(string name, string text)
    {
        SyntaxTree file = CSharpSyntaxTree.ParseText(text, path: name);
        CSharpGeneratorDriver.Create(new NetworkGenerator())
            .RunGeneratorsAndUpdateCompilation(_empty.AddSyntaxTrees(file), out Compilation compilation, out ImmutableArray<Diagnostic> generator);
        ImmutableArray<Diagnostic> analyzers = compilation.WithAnalyzers([.. _analyzers]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return compilation.GetSemanticModel(file).GetDiagnostics().Concat(generator).Concat(analyzers)
            .Where(found => found.Severity >= DiagnosticSeverity.Warning)
            .OrderBy(found => found.Location.SourceSpan.Start)
            .Select(found => CSharpDiagnosticFormatter.Instance.Format(found));
    }

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Append(typeof(NetworkAttribute).Assembly.Location)
        .Select(path => MetadataReference.CreateFromFile(path));
}
