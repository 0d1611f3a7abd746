using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnCompiler.Generator.Tests;

/// <summary>Source text through the generator and the analyzer.</summary>
internal static class NetworkSource
{
    // What is reported does not depend on kernels, and one instruction set takes a third of the time.
    private const string Simplest = "Portable";

    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location),
    ];

    private static readonly CSharpCompilation _empty = CSharpCompilation.Create("Tested", [], _references, Options(allowUnsafe: true));

    /// <summary>A class <c>Net</c> in a file of its own with these lines of attributes.</summary>
    public static string Class(string attributes) => "using CnnCompiler;\n\n" + attributes + "\npublic partial class Net;\n";

    // An array: the compilation enumerates the trees more than once, and has to see the same ones.
    public static CSharpCompilation Compile(params string[] sources) => _empty.AddSyntaxTrees(
        [.. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, path: "File" + index + ".cs"))]);

    public static CSharpCompilation WithoutUnsafe(this CSharpCompilation compilation) => compilation.WithOptions(Options(allowUnsafe: false));

    /// <summary>The generator in a project that asks for these instruction sets; for all of them where none is named.</summary>
    public static CSharpGeneratorDriver Driver(string isas = "") => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()], optionsProvider: new PropertyProvider(isas), driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What the analyzer reports on attributes of the class <c>Net</c>, hints included.</summary>
    public static IReadOnlyList<Reported> Analyze(string attributes) => Analyze(Compile(Class(attributes)));

    /// <summary>
    /// What the analyzer reports. A crash of the generator or the analyzer fails the test. The analyzer sees the sources alone: with generated code, half of the time
    /// would go into binding that, and <see cref="Diagnostics.MistakeTableTests"/> has every mistake in the compiler's order.
    /// </summary>
    public static IReadOnlyList<Reported> Analyze(CSharpCompilation compilation)
    {
        Exception? crash = Generate(compilation, Simplest).Run.Results.Single().Exception;
        if (crash is not null)
        {
            throw new InvalidOperationException("The generator crashed on:\n" + compilation.SyntaxTrees.First(), crash);
        }

        ImmutableArray<Diagnostic> found = compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None)
            .GetAwaiter().GetResult();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).Select(Report)];
    }

    public static (Compilation Compilation, GeneratorDriverRunResult Run) Generate(CSharpCompilation compilation, string isas = "")
    {
        GeneratorDriver driver = Driver(isas).RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return (generated, driver.GetRunResult());
    }

    /// <summary>Errors and warnings of the C# compiler after generation, generated code included: for networks that are wrong, of which little is generated.</summary>
    public static IReadOnlyList<Diagnostic> CompilerErrors(CSharpCompilation compilation) =>
        [.. Generate(compilation, Simplest).Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Errors of the C# compiler in the sources themselves, after generation: kernels are compiled by other tests.</summary>
    public static IReadOnlyList<Diagnostic> SourceErrors(CSharpCompilation compilation)
    {
        Compilation generated = Generate(compilation, Simplest).Compilation;
        return
        [
            .. compilation.SyntaxTrees.SelectMany(tree => generated.GetSemanticModel(tree).GetDiagnostics())
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
        ];
    }

    private static CSharpCompilationOptions Options(bool allowUnsafe) => new(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: allowUnsafe, nullableContextOptions: NullableContextOptions.Enable);

    private static Reported Report(Diagnostic diagnostic) => new(
        diagnostic.Id, diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "",
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), diagnostic.Severity);
}
