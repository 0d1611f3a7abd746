using System.Collections.Generic;
using System.Threading;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCompiler.Generator;

/// <summary>Compiles attributed classes to networks. It reports nothing: <see cref="NetworkAnalyzer"/> does, so that generation stays cached.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>Sets up the steps.</summary>
    /// <param name="context">What the compiler offers.</param>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. Every class with a network attribute becomes a value without symbols.
        IncrementalValuesProvider<ParsedNetwork> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(NetworkAttributes.NetworkName, static (node, _) => node is ClassDeclarationSyntax, Parse)
            .Where(static network => network is not null)
            .Select(static (network, _) => network!)
            .WithTrackingName(TrackingNames.Parse);

        // 2. Blocks are expanded and shapes inferred.
        IncrementalValuesProvider<CheckedNetwork> networks = parsed
            .Select(static (network, cancellationToken) => CheckedNetwork.Check(network, [], cancellationToken))
            .WithTrackingName(TrackingNames.Shape);

        IncrementalValueProvider<EquatableArray<string>> isas = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => IsaChoice.Read(options.GlobalOptions));

        // 3. What is right is planned and becomes the files of its class; what is wrong becomes a stub, so that one mistake is one error.
        IncrementalValuesProvider<CompiledNetwork> compiled = networks.Combine(isas)
            .Select(static (pair, cancellationToken) => Compile(pair.Left, pair.Right, cancellationToken))
            .Where(static network => network is not null)
            .Select(static (network, _) => network!)
            .WithTrackingName(TrackingNames.Compile);
        context.RegisterSourceOutput(compiled.SelectMany(static (network, _) => network.Files), static (output, file) => output.AddSource(file.HintName, file.Text));

        // 4. Kernels are values: equal ones of all networks are written once, and only when they are new.
        IncrementalValuesProvider<Code> kernels = compiled.SelectMany(static (network, _) => network.Kernels).Collect().Combine(isas)
            .SelectMany(static (pair, cancellationToken) => Closure(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Kernels);
        context.RegisterSourceOutput(kernels.Combine(isas), static (output, pair) => EmitKernel(output, pair.Left, pair.Right));
    }

    private static ParsedNetwork? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        // Where the attribute is written twice (an error of its own), the class is compiled once.
        var symbol = (INamedTypeSymbol)context.TargetSymbol;
        SyntaxReference? attribute = NetworkAttributes.Collect(symbol).Network?.ApplicationSyntaxReference;
        bool first = attribute is null || (attribute.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(attribute.Span));
        return first ? NetworkParser.Parse(symbol, AllowsUnsafe(context.SemanticModel.Compilation), cancellationToken) : null;
    }

    /// <summary>Whether the project allows pointers.</summary>
    internal static bool AllowsUnsafe(Compilation compilation) => compilation.Options is not CSharpCompilationOptions { AllowUnsafe: false };

    private static CompiledNetwork? Compile(CheckedNetwork network, EquatableArray<string> isas, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (network.Declaration is null)
        {
            return null;
        }

        if (network.Graph is not { } graph)
        {
            return CompiledNetwork.Stub(network.Declaration, network.Error ?? "The network has errors.");
        }

        using (InvariantScope.Enter())
        {
            return NetworkEmitter.Emit(network.Declaration, graph, IsaChoice.Isas(isas));
        }
    }

    private static EquatableArray<Code> Closure(IEnumerable<Code> kernels, EquatableArray<string> isas, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using (InvariantScope.Enter())
        {
            return new EquatableArray<Code>(KernelEmitter.Closure(kernels, IsaChoice.Isas(isas)));
        }
    }

    private static void EmitKernel(SourceProductionContext output, Code kernel, EquatableArray<string> isas)
    {
        using (InvariantScope.Enter())
        {
            output.AddSource($"CnnCompiler.Generated.{kernel.Name}.g.cs", KernelEmitter.Emit(kernel, IsaChoice.Isas(isas)));
        }
    }
}
