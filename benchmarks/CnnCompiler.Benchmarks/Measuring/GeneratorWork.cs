using System;
using System.IO;
using System.Linq;
using System.Text;
using CnnCompiler.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>The generator over the source of LeNet-5, in a compilation as a user's project has it.</summary>
internal sealed class GeneratorWork
{
    private readonly CSharpParseOptions _parse = new(LanguageVersion.CSharp13);
    private readonly CSharpCompilation _compilation;
    private readonly CSharpCompilation _edited;
    private GeneratorDriver? _ready;

    /// <summary>Makes the compilation; nothing has run yet.</summary>
    public GeneratorWork()
    {
        using Stream stream = typeof(GeneratorWork).Assembly.GetManifestResourceStream("LeNet5.cs")
            ?? throw new InvalidOperationException("The resource LeNet5.cs is missing in this assembly.");
        SyntaxTree network = CSharpSyntaxTree.ParseText(SourceText.From(stream, Encoding.UTF8), _parse, "LeNet5.cs");
        SyntaxTree other = CSharpSyntaxTree.ParseText("class Other;", _parse, "Other.cs");
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == runtime)
            .Append(typeof(Network).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            "LeNet5", [network, other], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        _edited = _compilation.ReplaceSyntaxTree(other, CSharpSyntaxTree.ParseText("class Other2;", _parse, "Other.cs"));
    }

    /// <summary>A run from nothing, as the first one of a build.</summary>
    public GeneratorDriverRunResult Full() => Driver().RunGenerators(_compilation).GetRunResult();

    /// <summary>A run after an edit in another file, as at every key in an editor.</summary>
    public GeneratorDriverRunResult AfterUnrelatedEdit() =>
        (_ready ??= Driver().RunGenerators(_compilation)).RunGenerators(_edited).GetRunResult();

    private CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: _parse);
}
