using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using CnnCompiler.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>The generator over sources of networks, in a compilation as a user's project has it.</summary>
internal sealed class GeneratorWork
{
    private readonly CSharpParseOptions _parse = new(LanguageVersion.CSharp13);
    private readonly CSharpCompilation _compilation;
    private readonly CSharpCompilation _edited;
    private GeneratorDriver? _ready;

    /// <summary>Makes the compilation; nothing has run yet.</summary>
    /// <param name="resources">The sources, by their names as resources of this assembly.</param>
    public GeneratorWork(params string[] resources)
    {
        SyntaxTree[] networks = Array.ConvertAll(resources, Parse);
        SyntaxTree other = CSharpSyntaxTree.ParseText("class Other;", _parse, "Other.cs");
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == runtime)
            .Append(typeof(Network).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            "Networks", [.. networks, other], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release));
        _edited = _compilation.ReplaceSyntaxTree(other, CSharpSyntaxTree.ParseText("class Other2;", _parse, "Other.cs"));
    }

    /// <summary>A run from nothing, as the first one of a build.</summary>
    public GeneratorDriverRunResult Full() => Driver().RunGenerators(_compilation).GetRunResult();

    /// <summary>A run after an edit in another file, as at every key in an editor.</summary>
    public GeneratorDriverRunResult AfterUnrelatedEdit() =>
        (_ready ??= Driver().RunGenerators(_compilation)).RunGenerators(_edited).GetRunResult();

    /// <summary>The analyzer over a compilation whose attributes nobody has bound yet.</summary>
    /// <returns>What it found.</returns>
    public ImmutableArray<Diagnostic> Analyze() => _compilation.WithAssemblyName("Edited")
        .WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>Generator and compiler, from nothing to an assembly.</summary>
    /// <exception cref="InvalidOperationException">The sources do not compile.</exception>
    public void Compile()
    {
        Driver().RunGeneratorsAndUpdateCompilation(_compilation, out Compilation output, out _);
        EmitResult result = output.Emit(Stream.Null);
        if (!result.Success)
            throw new InvalidOperationException(result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).ToString());
    }

    private SyntaxTree Parse(string resource)
    {
        using Stream stream = typeof(GeneratorWork).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing in this assembly.");
        return CSharpSyntaxTree.ParseText(SourceText.From(stream, Encoding.UTF8), _parse, resource);
    }

    private CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: _parse);
}
