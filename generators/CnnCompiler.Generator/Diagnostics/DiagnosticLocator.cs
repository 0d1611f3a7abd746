using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCompiler.Generator.Diagnostics;

/// <summary>Finds the place in the source that a diagnostic belongs to. Only the analyzer does: models hold no locations.</summary>
internal static class DiagnosticLocator
{
    /// <summary>The diagnostic with its location, and with that of the inner attribute where it concerns a used block.</summary>
    /// <param name="info">The diagnostic.</param>
    /// <param name="paths">The classes of the network's paths; its own comes first.</param>
    public static Diagnostic Locate(DiagnosticInfo info, IReadOnlyList<INamedTypeSymbol> paths)
    {
        Location? location = Find(info.Path, info.Attribute, info.Inner is null ? info.Argument : null, paths) ?? paths[0].Locations.FirstOrDefault();
        Location? inner = info.Inner is { } place ? Find(place.Path, place.Attribute, info.Argument, paths) : null;
        List<Location> further = inner is null ? [] : [inner];
        var remedies = new List<(Remedy, IReadOnlyList<int>)>();
        foreach (Remedy remedy in info.Remedies)
        {
            // What stands in another project cannot be repaired from here.
            int?[] places = [.. remedy.Edits.Select(edit => edit.Place is { } other ? Add(Find(other.Path, other.Attribute, edit.Argument.Length == 0 ? null : edit.Argument, paths), further)
                : info.Inner is null ? -1 : inner is null ? null : 0)];
            if (places.All(known => known is not null))
            {
                remedies.Add((remedy, [.. places.Select(known => known!.Value)]));
            }
        }

        return Diagnostic.Create(
            info.Descriptor, location, further.Count == 0 ? null : further, RemedyProperties.Write(remedies), info.Arguments.ToArray<object>());
    }

    private static int? Add(Location? location, List<Location> further)
    {
        if (location is null)
        {
            return null;
        }

        further.Add(location);
        return further.Count - 1;
    }

    private static Location? Find(int path, int index, string? argument, IReadOnlyList<INamedTypeSymbol> paths)
    {
        // The source of another project is no place that this one can report on.
        if (!SymbolEqualityComparer.Default.Equals(paths[path].ContainingAssembly, paths[0].ContainingAssembly))
        {
            return null;
        }

        AttributeData? attribute = NetworkAttributes.Collect(paths[path]).Find(index);
        return attribute?.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax
            ? (Argument(attribute, syntax, argument) ?? syntax).GetLocation()
            : null;
    }

    private static SyntaxNode? Argument(AttributeData attribute, AttributeSyntax syntax, string? names)
    {
        if (names is null || syntax.ArgumentList is null)
        {
            return null;
        }

        AttributeArgumentSyntax[] arguments = [.. syntax.ArgumentList.Arguments];
        AttributeArgumentSyntax[] positional = [.. arguments.Where(argument => argument.NameEquals is null && argument.NameColon is null)];
        return names.Split('|').Select(name => Find(name)).FirstOrDefault(found => found is not null);

        SyntaxNode? Find(string name)
        {
            if (name[0] == '#')
            {
                // One expression may be an array of all.
                int position = int.Parse(name.Substring(1), CultureInfo.InvariantCulture);
                AttributeArgumentSyntax? only = positional.Length == 0 ? arguments.FirstOrDefault(argument => argument.NameColon is not null) : positional.Length == 1 ? positional[0] : null;
                return only is not null && AttributeSpecReader.Elements(only.Expression) is { } elements ? elements.ElementAtOrDefault(position) : positional.ElementAtOrDefault(position);
            }

            int parameter = Position(attribute.AttributeConstructor?.Parameters, name);
            return arguments.FirstOrDefault(argument =>
                    argument.NameEquals?.Name.Identifier.ValueText == name || argument.NameColon?.Name.Identifier.ValueText == name)
                ?? (parameter < 0 ? null : positional.ElementAtOrDefault(parameter));
        }
    }

    private static int Position(IReadOnlyList<IParameterSymbol>? parameters, string name)
    {
        for (int i = 0; i < (parameters?.Count ?? 0); i++)
        {
            if (parameters![i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
