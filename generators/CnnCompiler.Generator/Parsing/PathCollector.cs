using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Parsing;

/// <summary>Turns a network's class, and every path that can be reached from it, into values.</summary>
internal sealed class PathCollector
{
    private readonly List<INamedTypeSymbol> _symbols = [];
    private readonly Dictionary<INamedTypeSymbol, int> _indices = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly ExpressionReader _expressions;
    private readonly AttributeSpecReader _attributes;
    private readonly List<DiagnosticInfo> _diagnostics;
    private readonly CancellationToken _cancellationToken;

    private PathCollector(Compilation compilation, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        (_compilation, _diagnostics, _cancellationToken) = (compilation, diagnostics, cancellationToken);
        _expressions = new ExpressionReader(compilation, cancellationToken);
        _attributes = new AttributeSpecReader(_expressions);
    }

    /// <summary>The classes, in the order of <see cref="Paths"/>.</summary>
    public IReadOnlyList<INamedTypeSymbol> Symbols => _symbols;

    /// <summary>The paths; the network's own comes first.</summary>
    public List<PathSpec> Paths { get; } = [];

    /// <summary>Whether everything is valid C#.</summary>
    public bool IsComplete { get; private set; } = true;

    public static PathCollector Collect(INamedTypeSymbol network, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var collector = new PathCollector(((ISourceAssemblySymbol)network.ContainingAssembly).Compilation, diagnostics, cancellationToken);
        collector.IndexOf(network);
        for (int i = 0; i < collector._symbols.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            collector.Paths.Add(collector.Read(collector._symbols[i], i));
        }

        return collector;
    }

    /// <summary>An attribute of the network itself, which is no layer.</summary>
    public AttributeSpec Read(AttributeData attribute) => _attributes.Read(attribute, isSource: true, []);

    private PathSpec Read(INamedTypeSymbol symbol, int index)
    {
        NetworkAttributes attributes = NetworkAttributes.Collect(symbol);
        bool isSource = SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);
        ReportScatteredLayers(symbol, index, attributes);
        AttributeSpec[] layers = [.. attributes.Layers.Select((attribute, position) =>
            _attributes.Read(attribute, isSource, [.. attribute.AttributeClass!.TypeArguments.Select(argument => IndexOf(argument, attribute, index, position))]))];
        IsComplete &= !attributes.HasUnresolved && !layers.Any(layer => layer.IsBroken);
        return new PathSpec(symbol.Name, isSource, new EquatableArray<BlockParameter>(Parameters(symbol, isSource)), new EquatableArray<AttributeSpec>(layers))
        {
            Loss = index > 0 && attributes.Network is null ? attributes.Losses.FirstOrDefault()?.AttributeClass!.Name.Replace("Attribute", "") : null,
        };
    }

    private IEnumerable<BlockParameter> Parameters(INamedTypeSymbol symbol, bool isSource)
    {
        foreach (IFieldSymbol field in symbol.GetMembers().OfType<IFieldSymbol>().Where(ExpressionReader.IsMarked))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            ConstantExpression? value = isSource ? _expressions.ReadConstant(field) : new LiteralExpression(ExpressionReader.Value(field.ConstantValue, field.Type));
            IsComplete &= value is not null && field.HasConstantValue;
            yield return new BlockParameter(
                field.Name, ExpressionReader.FullName(field), ExpressionReader.TypeOf(field.Type), value ?? new LiteralExpression(default));
        }
    }

    // -1 for what is no class, which the compiler reports except for arrays.
    private int IndexOf(ITypeSymbol argument, AttributeData attribute, int path, int position)
    {
        if (argument is IArrayTypeSymbol array)
        {
            string name = attribute.AttributeClass!.Name.Replace("Attribute", "");
            _diagnostics.Add(new DiagnosticInfo(DiagnosticDescriptors.PathIsNoClass, position, null, [name + "<" + array.ToDisplayString() + ">", array.ToDisplayString()]) { Path = path });
        }

        return argument is INamedTypeSymbol { TypeKind: not TypeKind.Error } type ? IndexOf(type) : -1;
    }

    private int IndexOf(INamedTypeSymbol symbol)
    {
        if (!_indices.TryGetValue(symbol, out int index))
        {
            _indices[symbol] = index = _symbols.Count;
            _symbols.Add(symbol);
        }

        return index;
    }

    private void ReportScatteredLayers(INamedTypeSymbol symbol, int index, NetworkAttributes attributes)
    {
        SyntaxNode? first = Declaration(attributes.Layers.FirstOrDefault());
        for (int i = 1; i < attributes.Layers.Count; i++)
        {
            if (Declaration(attributes.Layers[i]) != first)
            {
                string name = attributes.Layers[i].AttributeClass!.Name;
                _diagnostics.Add(new DiagnosticInfo(
                    DiagnosticDescriptors.LayersOnSeveralDeclarations, i, null, [name.Replace("Attribute", ""), symbol.Name])
                { Path = index });
                return;
            }
        }
    }

    // The attribute's list and the declaration around it.
    private static SyntaxNode? Declaration(AttributeData? attribute) => attribute?.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent;
}
