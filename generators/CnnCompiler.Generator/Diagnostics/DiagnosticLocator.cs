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
    public static Diagnostic Locate(DiagnosticInfo info, INamedTypeSymbol symbol, NetworkAttributes attributes)
    {
        AttributeData? attribute = attributes.Find(info.Attribute);
        Location? location = attribute?.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax
            ? (Argument(attribute, syntax, info.Argument) ?? syntax).GetLocation()
            : symbol.Locations.FirstOrDefault();
        return Diagnostic.Create(info.Descriptor, location, info.Arguments.ToArray<object>());
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
                int position = int.Parse(name.Substring(1), CultureInfo.InvariantCulture);
                return positional.Length > 1 ? positional.ElementAtOrDefault(position) : null;
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
