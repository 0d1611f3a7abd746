using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Pooling;

/// <summary>
/// The walk of a pooling layer over its windows, 16 channels at a time. Small windows that lie in the map are straight-line code; large ones, and
/// those that hang over the border, are loops over the taps that lie in the map.
/// </summary>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Window">The window.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal abstract record PoolForwardKernel(View X, View Y, Window Window, Epilogue Epilogue) : Kernel
{
    /// <summary>Above this number of taps a loop is as fast as straight-line code.</summary>
    public const int MaxUnrolledTaps = 25;

    public override string Tasks => $"{X.Planes} * p.Count";

    /// <summary>Sizes and window for names: <c>6x28x28_6x14x14_K2S2P0</c>.</summary>
    protected string Geometry => Describe(X, Y, Window);

    private (int First, int End) InnerRows => Inner(X.Height, Y.Height, Window.Top, Window.ExtentHeight, Window.StrideHeight);

    private (int First, int End) InnerColumns => Inner(X.Width, Y.Width, Window.Left, Window.ExtentWidth, Window.StrideWidth);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    /// <summary>Sizes and window for names.</summary>
    internal static string Describe(View map, View output, Window w)
    {
        string kernel = w.KernelHeight == w.KernelWidth ? $"{w.KernelWidth}" : $"{w.KernelHeight}x{w.KernelWidth}";
        string stride = w.StrideHeight == w.StrideWidth ? $"{w.StrideWidth}" : $"{w.StrideHeight}x{w.StrideWidth}";
        return $"{map.Sizes()}_{output.Sizes()}_K{kernel}S{stride}P{w.Left}{(w.DilationWidth == 1 ? "" : $"D{w.DilationWidth}")}";
    }

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            writer.Line($"float* source = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane};");
            writer.Line($"float* target = a->Y + (nint)sample * {Y.Sample} + (nint)block * {Y.Plane};");
            EmitTask(writer);
            using (writer.Block($"for (int row = 0; row < {Y.Height}; row++)"))
            {
                writer.Line($"int top = {Start("row", Window.StrideHeight, Window.Top)};");
                using (writer.Block($"for (int column = 0; column < {Y.Width}; column++)"))
                {
                    writer.Line($"int left = {Start("column", Window.StrideWidth, Window.Left)};");
                    writer.Line($"float* window = source + top * {X.Row} + left * 16;");
                    EmitWindow(writer, isa);
                    EmitStore(writer, isa, $"target + row * {Y.Row} + column * 16");
                }
            }
        }
    }

    /// <summary>Pointers of the task beside source and target.</summary>
    protected virtual void EmitTask(CodeWriter writer)
    {
    }

    /// <summary>Variables that hold a window's result.</summary>
    protected abstract void EmitVariables(CodeWriter writer, VectorIsa isa);

    /// <summary>First values: of the first tap where the whole window lies in the map, otherwise of no tap.</summary>
    protected abstract void EmitFirst(CodeWriter writer, VectorIsa isa, bool whole);

    /// <summary>Takes a tap into the result.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="isa">The instruction set.</param>
    /// <param name="pointer">A pointer.</param>
    /// <param name="offset">Floats from there to the tap's 16 channels.</param>
    /// <param name="index">The tap's index in row-major order.</param>
    protected abstract void EmitTap(CodeWriter writer, VectorIsa isa, string pointer, int offset, string index);

    /// <summary>Stores the result.</summary>
    protected abstract void EmitStore(CodeWriter writer, VectorIsa isa, string target);

    private void EmitWindow(CodeWriter writer, VectorIsa isa)
    {
        EmitVariables(writer, isa);
        (int firstRow, int endRow) = InnerRows;
        (int firstColumn, int endColumn) = InnerColumns;
        string inside = string.Join(" && ", Bounds("row", firstRow, endRow, Y.Height).Concat(Bounds("column", firstColumn, endColumn, Y.Width)));
        if (Window.Taps > MaxUnrolledTaps || firstRow >= endRow || firstColumn >= endColumn)
        {
            EmitClipped(writer, isa);
        }
        else if (inside.Length == 0)
        {
            EmitWhole(writer, isa);
        }
        else
        {
            using (writer.Block($"if ({inside})"))
            {
                EmitWhole(writer, isa);
            }

            using (writer.Block("else"))
            {
                EmitClipped(writer, isa);
            }
        }
    }

    private void EmitWhole(CodeWriter writer, VectorIsa isa)
    {
        EmitFirst(writer, isa, whole: true);
        for (int tap = 1; tap < Window.Taps; tap++)
        {
            int row = tap / Window.KernelWidth, column = tap % Window.KernelWidth;
            int offset = (row * Window.DilationHeight * X.Row) + (column * Window.DilationWidth * 16);
            EmitTap(writer, isa, "window", offset, $"{tap}");
        }
    }

    private void EmitClipped(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("// Only the taps that lie in the map.");
        (int first, int end) = InnerRows;
        EmitRange(writer, "Row", "top", first == 0 && end == Y.Height, X.Height, Window.KernelHeight, Window.DilationHeight);
        (first, end) = InnerColumns;
        EmitRange(writer, "Column", "left", first == 0 && end == Y.Width, X.Width, Window.KernelWidth, Window.DilationWidth);
        EmitFirst(writer, isa, whole: false);
        using (writer.Block("for (int i = firstRow; i < endRow; i++)"))
        using (writer.Block("for (int j = firstColumn; j < endColumn; j++)"))
        {
            writer.Line($"float* tap = window + i * {Window.DilationHeight * X.Row} + j * {Window.DilationWidth * 16};");
            EmitTap(writer, isa, "tap", 0, $"i * {Window.KernelWidth} + j");
        }
    }

    // Outputs whose whole window lies in the map, along one axis.
    private static (int First, int End) Inner(int size, int outputs, int padding, int extent, int stride)
    {
        int slack = size + padding - extent;
        return ((padding + stride - 1) / stride, slack < 0 ? 0 : System.Math.Min(outputs, (slack / stride) + 1));
    }

    private static IEnumerable<string> Bounds(string variable, int first, int end, int count)
    {
        if (first > 0)
        {
            yield return $"{variable} >= {first}";
        }

        if (end < count)
        {
            yield return $"{variable} < {end}";
        }
    }

    private static string Start(string output, int stride, int padding) =>
        (stride == 1 ? output : $"{output} * {stride}") + (padding == 0 ? "" : $" - {padding}");

    private static void EmitRange(CodeWriter writer, string axis, string start, bool whole, int size, int kernel, int dilation)
    {
        if (whole)
        {
            writer.Line($"const int first{axis} = 0, end{axis} = {kernel};");
            return;
        }

        string first = dilation == 1 ? $"-{start}" : $"({dilation - 1} - {start}) / {dilation}";
        string end = dilation == 1 ? $"{size} - {start}" : $"({size + dilation - 1} - {start}) / {dilation}";
        writer.Line($"int first{axis} = Math.Max({first}, 0), end{axis} = Math.Min({end}, {kernel});");
    }
}
