using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Parsing;

/// <summary>The attributes of a class that matter here, in source order.</summary>
/// <param name="Network">The network attribute, or null.</param>
/// <param name="Layers">Layer attributes.</param>
/// <param name="Losses">Loss attributes.</param>
/// <param name="HasUnresolved">An attribute has no class: it may be a layer whose name is being typed.</param>
internal sealed record NetworkAttributes(
    AttributeData? Network, IReadOnlyList<AttributeData> Layers, IReadOnlyList<AttributeData> Losses, bool HasUnresolved)
{
    /// <summary>The full name of the attribute that makes a class a network.</summary>
    public const string NetworkName = "CnnCompiler.NetworkAttribute";

    public static NetworkAttributes Collect(INamedTypeSymbol symbol)
    {
        AttributeData? network = null;
        var layers = new List<AttributeData>();
        var losses = new List<AttributeData>();
        bool unresolved = false;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { TypeKind: not TypeKind.Error } type)
            {
                unresolved = true;
            }
            else if (FullName(type) == NetworkName)
            {
                network ??= attribute;
            }
            else if (DerivesFrom(type, "CnnCompiler.LayerAttribute"))
            {
                layers.Add(attribute);
            }
            else if (DerivesFrom(type, "CnnCompiler.LossAttribute"))
            {
                losses.Add(attribute);
            }
        }

        return new NetworkAttributes(network, layers, losses, unresolved);
    }

    /// <summary>The attribute that a diagnostic names.</summary>
    public AttributeData? Find(int index)
    {
        if (index == DiagnosticInfo.OnNetwork)
        {
            return Network;
        }

        return index >= 0 ? Layers.ElementAtOrDefault(index) : Losses.ElementAtOrDefault(-2 - index);
    }

    /// <summary>Namespace and name of an attribute class, which is never nested.</summary>
    public static string FullName(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;

    private static bool DerivesFrom(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (FullName(ancestor) == name)
            {
                return true;
            }
        }

        return false;
    }
}
