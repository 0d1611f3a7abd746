using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnCompiler.Generator.Expansion;

/// <summary>The known name that a misspelt one is nearest to.</summary>
internal static class NameRemedy
{
    /// <summary>The repair, or none where no known name is near.</summary>
    public static IEnumerable<Remedy> Of(string written, IEnumerable<string> known) => known
        .Select(name => (Name: name, Distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(found => found.Distance <= Math.Max(1, Math.Max(written.Length, found.Name.Length) / 3))
        .OrderBy(found => found.Distance).ThenBy(found => found.Name, StringComparer.Ordinal)
        .Take(1)
        .Select(found => Remedy.Set(RemedyKinds.TensorName, "name@0", SymbolDisplay.FormatLiteral(found.Name, quote: true)) with { HoldsForEveryUse = true });

    // Levenshtein's, row by row.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
