using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>Writes attributes as C#.</summary>
internal static class AttributeText
{
    public static string Write(string kind, IEnumerable<object> arguments, IEnumerable<(string Name, object? Value, object? Default)> options)
    {
        string[] parts =
        [
            .. arguments.Select(Literal),
            .. options.Where(o => !Equals(o.Value, o.Default)).Select(o => $"{o.Name} = {Literal(o.Value!)}"),
        ];
        return parts.Length == 0 ? kind : $"{kind}({string.Join(", ", parts)})";
    }

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        Enum member => $"{member.GetType().Name}.{member}",
        string text => $"\"{text}\"",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
