using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CnnCompiler.Generator.Budgets;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnCompiler.Generator;

/// <summary>
/// Reports networks that exceed their budget, on the budget's argument. An analyzer of its own, because memory and code are known only after planning
/// and emission, which no other diagnostic needs: they run for a class with such a budget only.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BudgetAnalyzer : DiagnosticAnalyzer
{
    /// <summary>All rules about budgets.</summary>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        .. Budget.All.Select(budget => budget.Descriptor), DiagnosticDescriptors.BudgetWithoutNetwork, DiagnosticDescriptors.BudgetOutOfRange,
    ];

    /// <summary>Looks at every class.</summary>
    /// <param name="context">What the compiler offers.</param>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        try
        {
            Check(context, (INamedTypeSymbol)context.Symbol);
        }
        catch (Exception error) when (InternalError.IsFailure(error))
        {
            // NetworkAnalyzer or the generator fails on the same network and reports it.
        }
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol symbol)
    {
        if (symbol.TypeKind != TypeKind.Class || symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type && NetworkAttributes.FullName(type) == "CnnCompiler.BudgetAttribute") is not { } written
            || written.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
        {
            return;
        }

        if (NetworkParser.Parse(symbol, allowUnsafe: true, context.CancellationToken) is not { } parsed)
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.BudgetWithoutNetwork, syntax.GetLocation(), symbol.Name));
            return;
        }

        var limits = new List<(Budget Budget, long Limit, Location Location)>();
        foreach (KeyValuePair<string, TypedConstant> argument in written.NamedArguments)
        {
            Location location = (syntax.ArgumentList?.Arguments.FirstOrDefault(found => found.NameEquals?.Name.Identifier.ValueText == argument.Key) ?? (SyntaxNode)syntax).GetLocation();
            if (Budget.All.FirstOrDefault(budget => budget.Name == argument.Key) is not { } known || argument.Value.Value is not long limit)
            {
                continue;
            }

            if (limit < 0)
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.BudgetOutOfRange, location, argument.Key, limit));
                continue;
            }

            limits.Add((known, limit, location));
        }

        if (limits.Count == 0 || CheckedNetwork.Check(parsed, [], context.CancellationToken) is not { Graph: { } graph, Declaration: { } declaration })
        {
            return;
        }

        Compare(context, symbol.Name, declaration, graph, limits);
    }

    private static void Compare(
        SymbolAnalysisContext context, string name, NetworkDeclaration declaration, TypedGraph graph, IReadOnlyList<(Budget Budget, long Limit, Location Location)> limits)
    {
        using (InvariantScope.Enter())
        {
            IReadOnlyList<VectorIsa> isas = IsaChoice.Isas(IsaChoice.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions));
            var costs = new NetworkCosts(declaration, graph, isas, context.CancellationToken);
            foreach ((Budget budget, long limit, Location location) in limits)
            {
                if (budget.Total(costs) is var found && found > limit)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        budget.Descriptor, location, budget.Name, Budget.Digits(limit), name, Budget.Digits(found), budget.Unit, Budget.Digits(found - limit),
                        Budget.Largest(budget.Shares(costs)), budget.Remedy));
                }
            }
        }
    }
}
