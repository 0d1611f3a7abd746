using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCompiler.Generator;

/// <summary>Compiles attributed classes to networks. It reports nothing but its own failures: <see cref="NetworkAnalyzer"/> does, so that generation stays cached.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    private readonly Func<NetworkDeclaration, TypedGraph, IReadOnlyList<VectorIsa>, CompiledNetwork> _emit;
    private readonly Func<Code, IReadOnlyList<VectorIsa>, string> _emitKernel;

    /// <summary>The generator.</summary>
    public NetworkGenerator()
        : this(NetworkEmitter.Emit, KernelEmitter.Emit)
    {
    }

    /// <summary>A generator that can be made to fail.</summary>
    internal NetworkGenerator(
        Func<NetworkDeclaration, TypedGraph, IReadOnlyList<VectorIsa>, CompiledNetwork> emit, Func<Code, IReadOnlyList<VectorIsa>, string> emitKernel) =>
        (_emit, _emitKernel) = (emit, emitKernel);

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
            .Select(static (network, cancellationToken) => Check(network, cancellationToken))
            .WithTrackingName(TrackingNames.Shape);

        IncrementalValueProvider<EquatableArray<string>> isas = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => IsaChoice.Read(options.GlobalOptions));

        // 3. What is right is planned and becomes the files of its class; what is wrong becomes a stub, so that one mistake is one error.
        IncrementalValuesProvider<CompiledNetwork> compiled = networks.Combine(isas)
            .Select((pair, cancellationToken) => Compile(pair.Left, pair.Right, cancellationToken))
            .Where(static network => network is not null)
            .Select(static (network, _) => network!)
            .WithTrackingName(TrackingNames.Compile);
        context.RegisterSourceOutput(compiled.SelectMany(static (network, _) => network.Files), static (output, file) => output.AddSource(file.HintName, file.Text));
        context.RegisterSourceOutput(
            compiled.Where(static network => network.Failure is not null), static (output, network) => ReportFailure(output, network.Files[0].HintName, network.Failure!));

        // 4. Kernels are values: equal ones of all networks are written once, and only when they are new.
        IncrementalValuesProvider<Code> kernels = compiled.SelectMany(static (network, _) => network.Kernels).Collect().Combine(isas)
            .SelectMany(static (pair, cancellationToken) => Closure(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Kernels);
        IncrementalValuesProvider<KernelFile> files = kernels.Combine(isas).Select((pair, _) => EmitKernel(pair.Left, pair.Right));

        // 5. What calls code that failed becomes a stub as well: one diagnostic says so, and everything compiles.
        IncrementalValueProvider<EquatableArray<KernelFile>> failures = files.Where(static file => file.Failure is not null).Collect()
            .Select(static (found, _) => new EquatableArray<KernelFile>(found));
        context.RegisterSourceOutput(failures, static (output, found) => ReportFailure(output, found));
        context.RegisterSourceOutput(files.Combine(failures).Combine(isas), static (output, found) => AddKernel(output, found.Left.Left, found.Left.Right, found.Right));
    }

    private static ParsedNetwork? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        // Where the attribute is written twice (an error of its own), the class is compiled once.
        var symbol = (INamedTypeSymbol)context.TargetSymbol;
        SyntaxReference? attribute = NetworkAttributes.Collect(symbol).Network?.ApplicationSyntaxReference;
        bool first = attribute is null || (attribute.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(attribute.Span));
        try
        {
            return first ? NetworkParser.Parse(symbol, AllowsUnsafe(context.SemanticModel.Compilation), cancellationToken) : null;
        }
        catch (Exception error) when (InternalError.IsFailure(error))
        {
            // The analyzer fails in the same way and reports it; the class gets a stub.
            return new ParsedNetwork(DeclarationParser.Parse(symbol, [], cancellationToken), null, default);
        }
    }

    /// <summary>Whether the project allows pointers.</summary>
    internal static bool AllowsUnsafe(Compilation compilation) => compilation.Options is not CSharpCompilationOptions { AllowUnsafe: false };

    private static CheckedNetwork Check(ParsedNetwork network, CancellationToken cancellationToken)
    {
        try
        {
            return CheckedNetwork.Check(network, [], cancellationToken);
        }
        catch (Exception error) when (InternalError.IsFailure(error))
        {
            return new CheckedNetwork(network.Declaration, null, null, InternalError.Describe(error));
        }
    }

    private CompiledNetwork? Compile(CheckedNetwork network, EquatableArray<string> isas, CancellationToken cancellationToken)
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
            try
            {
                return _emit(network.Declaration, graph, IsaChoice.Isas(isas));
            }
            catch (Exception error) when (InternalError.IsFailure(error))
            {
                string failure = InternalError.Describe(error);
                return CompiledNetwork.Stub(network.Declaration, failure) with { Failure = failure };
            }
        }
    }

    private static EquatableArray<Code> Closure(IEnumerable<Code> kernels, EquatableArray<string> isas, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using (InvariantScope.Enter())
        {
            try
            {
                return new EquatableArray<Code>(KernelEmitter.Closure(kernels, IsaChoice.Isas(isas)));
            }
            catch (Exception error) when (InternalError.IsFailure(error))
            {
                // The kernel that fails reports it when its own file is written.
                return new EquatableArray<Code>(kernels.Distinct());
            }
        }
    }

    private KernelFile EmitKernel(Code kernel, EquatableArray<string> isas)
    {
        using (InvariantScope.Enter())
        {
            try
            {
                return new KernelFile(kernel, _emitKernel(kernel, IsaChoice.Isas(isas)), null);
            }
            catch (Exception error) when (InternalError.IsFailure(error))
            {
                return new KernelFile(kernel, null, InternalError.Describe(error));
            }
        }
    }

    private static void AddKernel(SourceProductionContext output, KernelFile file, EquatableArray<KernelFile> failures, EquatableArray<string> isas)
    {
        if (file.Standing(failures, IsaChoice.Isas(isas)) is { } text)
        {
            output.AddSource($"CnnCompiler.Generated.{file.Code.Name}.g.cs", text);
        }
    }

    private static void ReportFailure(SourceProductionContext output, EquatableArray<KernelFile> failures)
    {
        if (failures.Count > 0)
        {
            ReportFailure(output, failures[0].Code.Name, failures[0].Failure!);
        }
    }

    private static void ReportFailure(SourceProductionContext output, string name, string failure) =>
        output.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.InternalError, Location.None, name.Replace(".g.cs", ""), failure));
}
