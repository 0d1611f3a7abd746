using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnCompiler.Generator;

/// <summary>
/// Silences rules that take blocks for ordinary classes: a path is never instantiated and its parameters are never read by C# code, because the generator
/// reads both.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockSuppressor : DiagnosticSuppressor
{
    private const string OfPath = "The class is a path of a network: the generator reads its attributes, and nothing makes an instance of it or derives from it.";
    private const string OfParameter = "The constant is a parameter of a block, which the generator reads.";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> _paths = Descriptors(OfPath, ("CNNS01", "CA1812"), ("CNNS02", "CA1852"), ("CNNS03", "CA1052"));
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> _parameters = Descriptors(OfParameter, ("CNNS04", "CA1823"), ("CNNS05", "IDE0051"));

    /// <summary>The rules.</summary>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. _paths.Values.Concat(_parameters.Values).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>Suppresses what is on a path or a parameter.</summary>
    /// <param name="context">What was reported.</param>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var named = new Lazy<HashSet<ISymbol>>(() => PathsWithoutLayers(context.Compilation, context.CancellationToken));
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            ISymbol? symbol = Symbol(diagnostic, context);
            if (_paths.TryGetValue(diagnostic.Id, out SuppressionDescriptor? path) && symbol is INamedTypeSymbol type && (IsPath(type) || named.Value.Contains(type)))
            {
                context.ReportSuppression(Suppression.Create(path, diagnostic));
            }
            else if (_parameters.TryGetValue(diagnostic.Id, out SuppressionDescriptor? parameter) && symbol is IFieldSymbol field && ExpressionReader.IsParameter(field))
            {
                context.ReportSuppression(Suppression.Create(parameter, diagnostic));
            }
        }
    }

    private static ImmutableDictionary<string, SuppressionDescriptor> Descriptors(string why, params (string Id, string Suppressed)[] rules) =>
        rules.ToImmutableDictionary(rule => rule.Suppressed, rule => new SuppressionDescriptor(rule.Id, rule.Suppressed, why));

    private static ISymbol? Symbol(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return null;
        }

        SyntaxNode? node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan)
            .AncestorsAndSelf().FirstOrDefault(around => around is VariableDeclaratorSyntax or MemberDeclarationSyntax);
        return node is null ? null : context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken);
    }

    private static bool IsPath(INamedTypeSymbol type) => NetworkAttributes.Collect(type) is { Network: null, Layers.Count: > 0 };

    // A path without layers is the identity: only its name in an attribute says that it is one.
    private static HashSet<ISymbol> PathsWithoutLayers(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (INamespaceOrTypeSymbol member in open.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
                if (member is INamedTypeSymbol type)
                {
                    found.UnionWith(NetworkAttributes.Collect(type).Layers.SelectMany(layer => layer.AttributeClass!.TypeArguments));
                }
            }
        }

        return found;
    }
}
