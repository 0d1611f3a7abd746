using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnCompiler.Generator;

/// <summary>Reports mistakes in networks on the attribute, or argument, that causes them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <summary>All rules but those of budgets and shape hints, which have analyzers of their own.</summary>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. DiagnosticDescriptors.All.Where(rule => !rule.Id.StartsWith("CNN3", StringComparison.Ordinal))];

    /// <summary>Looks at every class.</summary>
    /// <param name="context">What the compiler offers.</param>
    public override void Initialize(AnalysisContext context)
    {
        // A network in a generated file deserves its errors too: without them nothing would say why it throws.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeField, SymbolKind.Field);
        context.RegisterCompilationAction(AnalyzeProject);
    }

    private static void AnalyzeField(SymbolAnalysisContext context)
    {
        if (context.Symbol is IFieldSymbol { IsConst: false } field && ExpressionReader.Mark(field) is { ApplicationSyntaxReference: { } mark })
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.ParameterIsNoConstant, mark.GetSyntax(context.CancellationToken).GetLocation(), field.Name, field.ContainingType.Name,
                field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        }
    }

    private static void AnalyzeProject(CompilationAnalysisContext context)
    {
        foreach (string name in IsaChoice.Unknown(IsaChoice.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions)))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.UnknownIsa, Location.None, name));
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var symbol = (INamedTypeSymbol)context.Symbol;
        try
        {
            Analyze(context, symbol);
        }
        catch (Exception error) when (InternalError.IsFailure(error))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.InternalError, symbol.Locations.FirstOrDefault(), symbol.Name, InternalError.Describe(error)));
        }
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol symbol)
    {
        if (NetworkParser.Parse(symbol, NetworkGenerator.AllowsUnsafe(context.Compilation), out IReadOnlyList<INamedTypeSymbol> paths, context.CancellationToken) is not { } parsed)
        {
            return;
        }

        var diagnostics = new List<DiagnosticInfo>();
        CheckedNetwork.Check(parsed, diagnostics, context.CancellationToken);
        foreach (DiagnosticInfo diagnostic in diagnostics)
        {
            context.ReportDiagnostic(DiagnosticLocator.Locate(diagnostic, paths));
        }
    }
}
