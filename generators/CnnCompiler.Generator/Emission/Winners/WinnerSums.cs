using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Emission.Winners;

/// <summary>
/// How the sums of the gradient by one filter lie: <c>[row][column][inputs]</c>; of planes <c>[input][row][columns]</c>, because a vector takes those of a window's
/// row together. What lies innermost fills whole vectors, no more: the sums of all filters stay in the first-level cache.
/// </summary>
/// <param name="X">The input of the convolution.</param>
/// <param name="Window">Its window.</param>
internal readonly record struct WinnerSums(View X, Window Window)
{
    /// <summary>Floats of a filter with the widest vectors.</summary>
    public int MostFloats => X.Blocked ? Window.Taps * X.Planes * VectorIsa.Block : X.Channels * Window.KernelHeight * Filled(VectorIsa.Block);

    /// <summary>Floats of a filter.</summary>
    public int Floats(VectorIsa isa) => X.Blocked ? Window.Taps * X.FilledChannels(isa) : X.Channels * Window.KernelHeight * Filled(isa.Lanes);

    /// <summary>
    /// The vectors of sums that are computed: where each lies, and what it sums, from the first pixel of a window. They are numbers in the text: addresses hold them,
    /// where variables would take instructions for each winner.
    /// </summary>
    public IEnumerable<(int Sum, int Place)> Vectors(VectorIsa isa)
    {
        View x = X;
        int row = Window.DilationHeight * X.Row, column = Window.DilationWidth * X.Pixel, filled = Filled(isa.Lanes), rows = Window.KernelHeight, columns = Window.KernelWidth;
        return X.Blocked
            ? from y in Enumerable.Range(0, rows)
              from c in Enumerable.Range(0, columns)
              from v in Enumerable.Range(0, x.FilledChannels(isa) / isa.Lanes)
              let lane = v * isa.Lanes
              select ((((y * columns) + c) * x.FilledChannels(isa)) + lane, (lane / VectorIsa.Block * x.Plane) + (y * row) + (c * column) + (lane % VectorIsa.Block))
            : from input in Enumerable.Range(0, X.Channels)
              from y in Enumerable.Range(0, rows)
              from v in Enumerable.Range(0, filled / isa.Lanes)
              select ((((input * rows) + y) * filled) + (v * isa.Lanes), (input * x.Plane) + (y * row) + (v * isa.Lanes));
    }

    /// <summary>Where the sum of an input at a window position lies, as an expression.</summary>
    public string At(VectorIsa isa, string input, string row, string column) => X.Blocked
        ? $"({row} * {Window.KernelWidth} + {column}) * {X.FilledChannels(isa)} + {input}"
        : $"({input} * {Window.KernelHeight} + {row}) * {Filled(isa.Lanes)} + {column}";

    private int Filled(int lanes) => (Window.KernelWidth + lanes - 1) / lanes * lanes;
}
