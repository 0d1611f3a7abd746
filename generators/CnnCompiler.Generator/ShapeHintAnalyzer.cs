using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnCompiler.Generator;

/// <summary>
/// Shows at each attribute the shape behind it. An analyzer of its own, because the compiler does not run one whose only rule is off: then it costs nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeHintAnalyzer : DiagnosticAnalyzer
{
    // A block used more often says how many more there are.
    private const int MostUses = 4;

    /// <summary>The hint.</summary>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticDescriptors.ShapeHint];

    /// <summary>Looks at every class.</summary>
    /// <param name="context">What the compiler offers.</param>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        try
        {
            Hint(context, (INamedTypeSymbol)context.Symbol);
        }
        catch (Exception error) when (InternalError.IsFailure(error))
        {
            // NetworkAnalyzer fails on the same network and reports it.
        }
    }

    private static void Hint(SymbolAnalysisContext context, INamedTypeSymbol symbol)
    {
        if (NetworkParser.Parse(symbol, allowUnsafe: true, out IReadOnlyList<INamedTypeSymbol> paths, context.CancellationToken) is not { Spec: { } spec })
        {
            return;
        }

        // What is wrong is reported elsewhere; up to there the shapes are known.
        var trace = new StepTrace();
        GraphBuilder.Expand(spec, [], context.CancellationToken, trace);
        foreach (IGrouping<AttributePlace, TracedStep> place in trace.Steps.GroupBy(step => step.Header.Place))
        {
            if (SymbolEqualityComparer.Default.Equals(paths[place.Key.Path].ContainingAssembly, symbol.ContainingAssembly))
            {
                var info = new DiagnosticInfo(DiagnosticDescriptors.ShapeHint, place.Key.Attribute, null, [Describe(symbol.Name, [.. place])]) { Path = place.Key.Path };
                context.ReportDiagnostic(DiagnosticLocator.Locate(info, paths));
            }
        }
    }

    private static string Describe(string network, IReadOnlyList<TracedStep> steps)
    {
        if (steps[0].Header.Origin.Path == 0)
        {
            return Describe(steps[0]);
        }

        string[] uses = [.. steps.Select(step => (step.Header.Origin.Chain is { } chain ? chain.Text : network) + ": " + Describe(step)).Distinct()];
        return string.Join("; ", uses.Take(MostUses)) + (uses.Length > MostUses ? "; and " + Digits(uses.Length - MostUses) + " more" : "");
    }

    private static string Describe(TracedStep step) => step.Output
        + (step.Parameters == 0 ? "" : ", " + Digits(step.Parameters) + " parameters") + ", receptive field " + Digits(step.Field);

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
