using System;
using System.IO;
using System.Linq;
using System.Text;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.Benchmarks.Layers;

/// <summary>The plan from which the generator wrote a network of the Zoo: made again here, by the same generator from the same source.</summary>
internal static class ZooPlan
{
    /// <summary>Plans a network.</summary>
    /// <param name="className">Its class.</param>
    /// <exception cref="InvalidOperationException">The class is not there, or its network is wrong.</exception>
    public static NetworkPlan Create(string className)
    {
        string name = "CnnCompiler.Zoo." + className;
        INamedTypeSymbol symbol = Compilation(className).GetTypeByMetadataName(name) ?? throw new InvalidOperationException($"The sources of the Zoo have no {name}.");
        ParsedNetwork parsed = NetworkParser.Parse(symbol, allowUnsafe: true, default) ?? throw new InvalidOperationException($"{name} is no network.");
        CheckedNetwork network = CheckedNetwork.Check(parsed, [], default);
        using (InvariantScope.Enter())
        {
            return new NetworkPlan(className, network.Graph ?? throw new InvalidOperationException($"{name}: {network.Error}"));
        }
    }

    private static CSharpCompilation Compilation(string className)
    {
        var trees = ZooSources.Of(className).Select(Parse);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Append(typeof(Network).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Zoo", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    private static SyntaxTree Parse(string name)
    {
        using Stream stream = typeof(ZooPlan).Assembly.GetManifestResourceStream(name)!;
        return CSharpSyntaxTree.ParseText(SourceText.From(stream, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.CSharp13), name);
    }
}
