namespace Samples;

/// <summary>What somebody may have meant who mistyped a name.</summary>
internal static class NearNames
{
    private const int Shown = 4;

    /// <summary>The names that need the fewest edits, letters of either case being the same.</summary>
    /// <param name="wanted">What was typed.</param>
    /// <param name="names">What there is.</param>
    public static IEnumerable<string> Of(string wanted, IEnumerable<string> names) =>
        names.OrderBy(name => Distance(wanted.ToLowerInvariant(), name.ToLowerInvariant())).Take(Shown);

    // Levenshtein's distance. Letters that are missing at the end cost less than a wrong one, so that a beginning finds the name.
    private static double Distance(string typed, string name)
    {
        const double MissingAtEnd = 0.4;
        var row = new double[typed.Length + 1];
        for (int i = 0; i <= typed.Length; i++)
            row[i] = i;
        foreach (char letter in name)
        {
            double diagonal = row[0]++;
            for (int i = 1; i <= typed.Length; i++)
            {
                double replaced = diagonal + (typed[i - 1] == letter ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.Min(replaced, Math.Min(row[i - 1] + 1, diagonal + (i == typed.Length ? MissingAtEnd : 1)));
            }
        }

        return row[typed.Length];
    }
}
