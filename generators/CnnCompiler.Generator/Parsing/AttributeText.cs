using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnCompiler.Generator.Parsing;

/// <summary>Writes an attribute as messages and tables show it: the arguments that are in the source, evaluated, in the source's order.</summary>
internal static class AttributeText
{
    public static string Write(AttributeSpec attribute, IReadOnlyDictionary<string, ConstantValue[]> values)
    {
        string kind = attribute.Kind + (attribute.PathNames.Count == 0 ? "" : "<" + string.Join(", ", attribute.PathNames) + ">");
        string[] arguments = [.. attribute.Arguments.Where(argument => argument.Form != ArgumentForm.Omitted).Select(argument =>
        {
            string value = string.Join(", ", values[argument.Name].Select(Value));
            return argument.Form switch
            {
                ArgumentForm.Property => argument.Name + " = " + value,
                ArgumentForm.Colon => argument.Name + ": " + value,
                _ => value,
            };
        })];
        return arguments.Length == 0 ? kind : kind + "(" + string.Join(", ", arguments) + ")";
    }

    /// <summary>Shortest digits that give the same number; a number that was written as <c>0.2f</c> prints as <c>0.2</c>.</summary>
    public static string Number(double value) => (float)value == value
        ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    public static string Value(ConstantValue value) => value.EnumText ?? value.Value switch
    {
        bool flag => flag ? "true" : "false",
        double number => Number(number),
        float number => Number(number),
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        System.IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        null => "null",
        { } other => other.ToString(),
    };
}
