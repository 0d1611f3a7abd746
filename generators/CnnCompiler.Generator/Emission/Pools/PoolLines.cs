using System.Linq;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Emission.Pools;

/// <summary>Where the rows lie that a pool reads: how its code points to taps, given variables <c>top</c> and <c>left</c>, the window's place in the map.</summary>
internal abstract record PoolLines
{
    /// <summary>Pointers of a row of windows.</summary>
    public virtual void EmitRow(CodeWriter writer, Window window)
    {
    }

    /// <summary>Pointers of a window.</summary>
    public virtual void EmitWindow(CodeWriter writer)
    {
    }

    /// <summary>The first tap of a row of the window.</summary>
    public abstract string Tap(Window window, int row);

    /// <summary>Tap <c>(i, j)</c>, which lies in the map.</summary>
    public abstract string LoopTap(Window window);
}

/// <summary>All rows of the map, one after the other, at pointer <c>source</c>.</summary>
/// <param name="Row">From a row to the next.</param>
internal sealed record MapLines(string Row) : PoolLines
{
    public override void EmitWindow(CodeWriter writer) => writer.Line($"float* window = source + top * {Row} + left * 16;");

    public override string Tap(Window window, int row) => row == 0 ? "window" : $"window + {row * window.DilationHeight} * {Row}";

    public override string LoopTap(Window window) => $"window + i * {window.DilationHeight} * {Row} + j * {window.DilationWidth * 16}";
}

/// <summary>As many rows as a window is high, at pointer <c>source</c>: each takes the place of the one that no window reads any more.</summary>
/// <param name="Row">From a row to the next.</param>
internal sealed record RingLines(string Row) : PoolLines
{
    // Rows above the map have pointers too, which nobody reads.
    public override void EmitRow(CodeWriter writer, Window window) => writer.Line(
        "float* " + string.Join(", ", Enumerable.Range(0, window.KernelHeight).Select(row =>
            $"line{row} = source + {Place(window, $"top + {(row * window.DilationHeight) + (window.Top > 0 ? window.ExtentHeight : 0)}")}")) + ";");

    public override string Tap(Window window, int row) => $"line{row} + left * 16";

    public override string LoopTap(Window window) =>
        $"source + {Place(window, $"top + i * {window.DilationHeight}")} + (left + j * {window.DilationWidth}) * 16";

    /// <summary>From the first line to that of a row of the map.</summary>
    public string Place(Window window, string row) => window.ExtentHeight == 1 ? "0" : $"({row}) % {window.ExtentHeight} * {Row}";
}
