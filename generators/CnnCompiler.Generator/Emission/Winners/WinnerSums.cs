using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Emission.Winners;

/// <summary>
/// How the sums of the gradient by one filter lie: <c>[input block][row][column][16 inputs]</c>; of planes <c>[input][row][columns]</c>, columns filled up to a
/// multiple of 16, because a vector takes those of a window's row together.
/// </summary>
/// <param name="Inputs">Input channels.</param>
/// <param name="Rows">Rows of the window.</param>
/// <param name="Columns">Columns of the window.</param>
/// <param name="Planar">Whether the input is a plane a channel.</param>
internal readonly record struct WinnerSums(int Inputs, int Rows, int Columns, bool Planar)
{
    /// <summary>Floats of a filter.</summary>
    public int Floats => Planar ? Inputs * Rows * PaddedColumns : Blocks * Rows * Columns * 16;

    /// <summary>From the sums of an input plane's row to those of the next.</summary>
    public int PaddedColumns => (Columns + 15) / 16 * 16;

    private int Blocks => (Inputs + 15) / 16;

    /// <summary>The vectors of sums that are computed: where each lies, and what it sums, from the first pixel of a window.</summary>
    public IReadOnlyList<(int Sum, int Place)> Vectors(VectorIsa isa, View x, Window window)
    {
        WinnerSums self = this;
        int row = window.DilationHeight * x.Row, column = window.DilationWidth * x.Pixel;
        IEnumerable<(int Sum, int Place)> vectors = Planar
            ? from input in Enumerable.Range(0, Inputs)
              from y in Enumerable.Range(0, self.Rows)
              from v in Enumerable.Range(0, (self.Columns + isa.Lanes - 1) / isa.Lanes)
              select ((((input * self.Rows) + y) * self.PaddedColumns) + (v * isa.Lanes), (input * x.Plane) + (y * row) + (v * isa.Lanes))
            : from block in Enumerable.Range(0, Blocks)
              from y in Enumerable.Range(0, self.Rows)
              from c in Enumerable.Range(0, self.Columns)
              from v in Enumerable.Range(0, x.Vectors(isa))
              select ((((((block * self.Rows) + y) * self.Columns) + c) * 16) + (v * isa.Lanes), (block * x.Plane) + (y * row) + (c * column) + (v * isa.Lanes));
        return vectors.ToList();
    }

    /// <summary>Where the sum of an input at a window position lies, as an expression.</summary>
    public string At(string input, string row, string column) => Planar
        ? $"({input} * {Rows} + {row}) * {PaddedColumns} + {column}"
        : $"({input} / 16 * {Rows * Columns} + {row} * {Columns} + {column}) * 16 + {input} % 16";
}
