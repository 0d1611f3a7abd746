using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCompiler.Generator.Parsing;

/// <summary>Writes an attribute as messages and tables show it: the arguments that are in the source, evaluated, in the source's order.</summary>
internal static class AttributeText
{
    public static string Write(
        string kind, AttributeSyntax? syntax, IReadOnlyDictionary<string, TypedConstant> values, IReadOnlyList<string> parameters)
    {
        var arguments = new List<string>();
        int position = 0;
        foreach (AttributeArgumentSyntax argument in syntax?.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is { } equals)
            {
                string name = equals.Name.Identifier.ValueText;
                arguments.Add(name + " = " + Value(values, name));
            }
            else if (argument.NameColon is { } colon)
            {
                string name = colon.Name.Identifier.ValueText;
                arguments.Add(name + ": " + Value(values, name));
            }
            else if (position < parameters.Count)
            {
                arguments.Add(Value(values, parameters[position++]));
            }
        }

        return arguments.Count == 0 ? kind : kind + "(" + string.Join(", ", arguments) + ")";
    }

    /// <summary>Shortest digits that give the same number; a number that was written as <c>0.2f</c> prints as <c>0.2</c>.</summary>
    public static string Number(double value) => (float)value == value
        ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Value(IReadOnlyDictionary<string, TypedConstant> values, string name) =>
        values.TryGetValue(name, out TypedConstant value) ? Value(value) : "?";

    private static string Value(TypedConstant value) => value.Kind switch
    {
        TypedConstantKind.Array => value.Values.IsDefault ? "null" : string.Join(", ", value.Values.Select(Value)),
        TypedConstantKind.Enum => EnumMember(value),
        TypedConstantKind.Primitive => value.Value switch
        {
            bool flag => flag ? "true" : "false",
            double number => Number(number),
            float number => Number(number),
            string text => SymbolDisplay.FormatLiteral(text, quote: true),
            System.IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => "null",
        },
        _ => "?",
    };

    private static string EnumMember(TypedConstant value)
    {
        string? member = value.Type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value.Value))?.Name;
        return value.Type?.Name + (member is null ? "(" + System.Convert.ToString(value.Value, CultureInfo.InvariantCulture) + ")" : "." + member);
    }
}
