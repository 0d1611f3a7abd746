using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using CnnCompiler.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.Testing;

/// <summary>Compiles sources with networks as a user's project does: generator, analyzer, compiler.</summary>
public static class GeneratorHarness
{
    // Generated code has to stay within C# 13, the language of .NET 9 projects. Doc comments are checked too.
    private static readonly CSharpParseOptions _parse = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions _options = new(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable,
        optimizationLevel: OptimizationLevel.Release, concurrentBuild: true, generalDiagnosticOption: ReportDiagnostic.Default,
        warningLevel: 9999);

    private static readonly Lazy<ImmutableArray<MetadataReference>> _references = new(LoadReferences);

    /// <summary>Compiles and loads.</summary>
    /// <param name="source">A C# file.</param>
    /// <exception cref="HarnessException">The analyzer reports an error, the code does not compile, or generated code earns a warning.</exception>
    public static CompiledAssembly Compile(string source)
    {
        GeneratorRun run = Run(source);
        return run.Errors.Count == 0 ? Load(run) : throw new HarnessException(run.Describe(), run.Errors);
    }

    /// <summary>Loads what <see cref="Run"/> compiled.</summary>
    /// <param name="run">A run without errors of the compiler.</param>
    /// <exception cref="HarnessException">The compiler wrote no assembly.</exception>
    public static CompiledAssembly Load(GeneratorRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Image is { } image ? new CompiledAssembly(new MemoryStream(image)) : throw new HarnessException(run.Describe(), run.Errors);
    }

    /// <summary>Runs generator and analyzer and gathers what is wrong; throws for nothing in the source.</summary>
    /// <param name="source">A C# file.</param>
    /// <param name="allowUnsafe">Whether the project allows unsafe code, which generated code needs.</param>
    public static GeneratorRun Run(string source, bool allowUnsafe = true)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), _parse, "Case.cs");
        var compilation = CSharpCompilation.Create(
            "Case" + Guid.NewGuid().ToString("N"), [tree], _references.Value, _options.WithAllowUnsafe(allowUnsafe));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: _parse);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        GeneratorDriverRunResult result = driver.GetRunResult();
        var generated = result.GeneratedTrees.ToHashSet();

        var analyzed = compilation.WithAnalyzers([new NetworkAnalyzer()], new AnalyzerOptions([]));
        using var image = new MemoryStream();
        EmitResult emitted = output.Emit(image);
        IEnumerable<Diagnostic> all = analyzed.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
            .Concat(reported)
            .Concat(emitted.Diagnostics);
        Diagnostic[] errors = all
            .Where(d => !d.IsSuppressed)
            .Where(d => d.Severity == DiagnosticSeverity.Error || IsFlaw(d, generated))
            .OrderBy(d => d.Id.StartsWith("CNN", StringComparison.Ordinal) ? 0 : 1)
            .ToArray();
        return new GeneratorRun(emitted.Success ? image.ToArray() : null, generated.ToArray(), errors);
    }

    // A warning in generated code is a user's failed build. CS8785: the generator threw, so that nothing is generated.
    private static bool IsFlaw(Diagnostic diagnostic, HashSet<SyntaxTree> generated) =>
        diagnostic.Id is "CS8785" or "AD0001" or "CS8784"
        || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree is { } tree && generated.Contains(tree));

    private static ImmutableArray<MetadataReference> LoadReferences()
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string[] paths = trusted.Split(Path.PathSeparator);
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. paths.Where(path => Path.GetDirectoryName(path) == runtime).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(Network).Assembly.Location),
        ];
    }
}
