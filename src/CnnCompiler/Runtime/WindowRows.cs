using System;
using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>What of a window lies on the map; the rest are zeros, whose products need not be computed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WindowRows
{
    /// <summary>Counts the window's rows on the map, which are neighbours.</summary>
    /// <param name="first">The input row of the window's first row; may lie outside.</param>
    /// <param name="step">From a window row to the next, in input rows; negative where the window is turned round, 0 where it has one row.</param>
    /// <param name="rows">Rows of the window.</param>
    /// <param name="inputs">Rows of the map.</param>
    /// <param name="skipped">Window rows before the first one on the map.</param>
    /// <returns>Window rows on the map.</returns>
    public static int Clip(int first, int step, int rows, int inputs, out int skipped)
    {
        // A window that is turned round, on a map that is turned round.
        if (step < 0)
            (first, step) = (inputs - 1 - first, -step);
        if (step == 0)
            (rows, step) = (Math.Min(rows, 1), 1);
        skipped = first >= 0 ? 0 : Math.Min(rows, (step - 1 - first) / step);
        int end = first >= inputs ? 0 : Math.Min(rows, (inputs - first + step - 1) / step);
        return Math.Max(0, end - skipped);
    }
}
