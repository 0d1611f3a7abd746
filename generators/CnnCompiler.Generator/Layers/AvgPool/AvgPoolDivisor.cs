using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.AvgPool;

/// <summary>
/// What the sum of a window is divided by: its positions in the padded input, or with <paramref name="CountIncludePad"/> false in the input
/// itself. Only a window that ceiling lets hang over the padding's end has fewer in the padded input.
/// </summary>
/// <param name="Window">The window.</param>
/// <param name="Height">Rows of the input.</param>
/// <param name="Width">Columns of the input.</param>
/// <param name="Rows">Rows of the output.</param>
/// <param name="Columns">Columns of the output.</param>
/// <param name="CountIncludePad">Whether padding counts.</param>
internal readonly record struct AvgPoolDivisor(Window Window, int Height, int Width, int Rows, int Columns, bool CountIncludePad)
{
    /// <summary>Whether it is the same for all windows.</summary>
    public bool IsConstant => HasWholeRows && HasWholeColumns;

    /// <summary>1 / positions of a whole window, as a literal.</summary>
    public string WholeReciprocal => VectorIsa.Literal(1.0 / Window.Taps);

    private bool HasWholeRows => IsWhole(Height, Rows, Window.KernelHeight, Window.StrideHeight, Window.Top, Window.Bottom);

    private bool HasWholeColumns => IsWhole(Width, Columns, Window.KernelWidth, Window.StrideWidth, Window.Left, Window.Right);

    /// <summary>1 / positions of the window of an output as an expression.</summary>
    /// <param name="row">The output's row.</param>
    /// <param name="column">The output's column.</param>
    public string Reciprocal(string row, string column)
    {
        string rows = HasWholeRows ? $"{Window.KernelHeight}" : Positions(row, Height, Window.KernelHeight, Window.StrideHeight, Window.Top, Window.Bottom);
        string columns = HasWholeColumns ? $"{Window.KernelWidth}" : Positions(column, Width, Window.KernelWidth, Window.StrideWidth, Window.Left, Window.Right);
        return IsConstant ? WholeReciprocal : $"1f / ({rows} * {columns})";
    }

    private bool IsWhole(int size, int outputs, int kernel, int stride, int before, int after) =>
        ((outputs - 1) * stride) - before + kernel <= size + (CountIncludePad ? after : 0) && (CountIncludePad || before == 0);

    private string Positions(string output, int size, int kernel, int stride, int before, int after)
    {
        int end = size + (CountIncludePad ? after : 0) + before;
        string positions = $"Math.Min({kernel}, {end} - {output} * {stride})";
        return CountIncludePad || before == 0 ? positions : $"({positions} - Math.Max({before} - {output} * {stride}, 0))";
    }
}
