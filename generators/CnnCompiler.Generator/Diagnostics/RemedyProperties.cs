using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Diagnostics;

/// <summary>Repairs as properties of a diagnostic, which is all that a code fix gets. Attributes that they change are additional locations.</summary>
internal static class RemedyProperties
{
    private const string Count = "Remedies";

    /// <summary>Writes repairs.</summary>
    /// <param name="remedies">Each with the places of its edits: indices of additional locations, -1 for the diagnostic's own.</param>
    public static ImmutableDictionary<string, string?> Write(IReadOnlyList<(Remedy Remedy, IReadOnlyList<int> Places)> remedies)
    {
        if (remedies.Count == 0)
        {
            return ImmutableDictionary<string, string?>.Empty;
        }

        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties[Count] = Digits(remedies.Count);
        for (int i = 0; i < remedies.Count; i++)
        {
            (Remedy remedy, IReadOnlyList<int> places) = remedies[i];
            properties[Key(i, "Kind")] = remedy.Kind;
            properties[Key(i, "Edits")] = Digits(remedy.Edits.Count);
            for (int j = 0; j < remedy.Edits.Count; j++)
            {
                properties[Key(i, j, "At")] = Digits(places[j]);
                properties[Key(i, j, "Argument")] = remedy.Edits[j].Argument;
                properties[Key(i, j, "Value")] = remedy.Edits[j].Value;
            }
        }

        return properties.ToImmutable();
    }

    /// <summary>The repairs of a diagnostic, and where their edits belong.</summary>
    public static IEnumerable<(string Kind, IReadOnlyList<(Location Location, RemedyEdit Edit)> Edits)> Read(Diagnostic diagnostic)
    {
        for (int i = 0; i < Number(diagnostic, Count); i++)
        {
            yield return (Text(diagnostic, Key(i, "Kind")), [.. Enumerable.Range(0, Number(diagnostic, Key(i, "Edits"))).Select(j => ReadEdit(diagnostic, i, j))]);
        }
    }

    private static (Location Location, RemedyEdit Edit) ReadEdit(Diagnostic diagnostic, int remedy, int edit)
    {
        int at = Number(diagnostic, Key(remedy, edit, "At"));
        return (
            at < 0 ? diagnostic.Location : diagnostic.AdditionalLocations[at],
            new RemedyEdit(null, Text(diagnostic, Key(remedy, edit, "Argument")), Text(diagnostic, Key(remedy, edit, "Value"))));
    }

    private static string Key(int remedy, string name) => "Remedy" + Digits(remedy) + "." + name;

    private static string Key(int remedy, int edit, string name) => Key(remedy, Digits(edit) + "." + name);

    private static string Text(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(key, out string? text) ? text ?? "" : "";

    private static int Number(Diagnostic diagnostic, string key) =>
        int.TryParse(Text(diagnostic, key), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
