using System.Linq;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>
/// The window columns of a tile that is a whole row of outputs, written out: zeros beside the map are known, so their products are left out. The loop
/// over columns becomes one over inputs.
/// </summary>
/// <param name="Inputs">Inputs of a window position.</param>
/// <param name="ColumnStep">From the input of a window column to that of the next.</param>
/// <param name="Pixels">For each window column the pixels that see the map there: the first one, and how many.</param>
internal sealed record ColumnClip(int Inputs, int ColumnStep, EquatableArray<(int First, int Count)> Pixels)
{
    // Fewer products saved are not worth code of its own.
    private const double MostLeft = 0.95;

    // Multiply-adds of one iteration.
    private const int Budget = 420;

    /// <summary>The columns of a grid whose rows are one tile each; null where zeros are few, or columns too many to be written out.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="vectors">Vectors of output channels in the tile.</param>
    public static ColumnClip? Of(ProductRows grid, int vectors)
    {
        WindowSpan span = grid.ColumnSpan;
        if (grid.Columns < 2 || !span.Clips(grid.Width, grid.Columns) || !grid.Offsets.SequenceEqual(Enumerable.Range(0, grid.Offsets.Count)))
        {
            return null;
        }

        var pixels = Enumerable.Range(0, grid.Columns).Select(column => span.Outputs(grid.Width, column)).ToList();
        int products = pixels.Sum(column => column.Count);
        return products > MostLeft * grid.Width * grid.Columns || products * vectors > Budget
            ? null : new ColumnClip(grid.Offsets.Count, grid.ColumnStep, new EquatableArray<(int, int)>(pixels));
    }

    /// <summary>Inputs of one iteration, a divisor of all.</summary>
    public int Unroll(int vectors)
    {
        int products = Pixels.Sum(column => column.Count) * vectors;
        return Enumerable.Range(1, Inputs).Last(inputs => Inputs % inputs == 0 && (inputs == 1 || inputs * products <= Budget));
    }
}
