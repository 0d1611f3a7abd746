using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Emission.Pools;

/// <summary>
/// The code of a row of windows, 16 channels at a time. Small windows that lie in the map are straight-line code; large ones, and those that hang over
/// the border, are loops over the taps that lie in the map.
/// </summary>
/// <param name="Pool">What becomes of each window.</param>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record PoolRow(PoolFunction Pool, View X, View Y, Epilogue Epilogue)
{
    private Window Window => Pool.Window;

    private (int First, int End) InnerRows => Inner(X.Height, Y.Height, Window.Top, Window.ExtentHeight, Window.StrideHeight);

    private (int First, int End) InnerColumns => Inner(X.Width, Y.Width, Window.Left, Window.ExtentWidth, Window.StrideWidth);

    /// <summary>The map's row where the windows of output row <c>row</c> start.</summary>
    public string Top(Sizes sizes) => Start("row", Pool.IsLarge ? sizes["strideRows", Window.StrideHeight] : $"{Window.StrideHeight}", Window.Top);

    /// <summary>Writes output row <c>row</c>, given <c>top</c> and the pointers <c>source</c> and <c>target</c> to the first rows of both.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="isa">The instruction set.</param>
    /// <param name="sizes">The sizes.</param>
    /// <param name="lines">Where the map's rows are.</param>
    /// <param name="vectors">Vectors of the block that hold channels; the others are set to zero.</param>
    public void Emit(CodeWriter writer, VectorIsa isa, Sizes sizes, PoolLines lines, int vectors)
    {
        string columns = sizes["pooledColumns", Y.Width];
        lines.EmitRow(writer, Window);
        using (writer.Block($"for (int column = 0; column < {columns}; column++)"))
        {
            writer.Line($"int left = {Start("column", Pool.IsLarge ? sizes["strideColumns", Window.StrideWidth] : $"{Window.StrideWidth}", Window.Left)};");
            lines.EmitWindow(writer);
            EmitWindow(writer, isa, sizes, lines, vectors);
            Pool.EmitResult(writer, isa, vectors, this);
            for (int v = 0; v < isa.VectorsPerBlock; v++)
            {
                string place = $"target + row * {sizes.Of("y", Y).Row} + column * 16{ProductKernel.Plus(v * isa.Lanes)}";
                if (v < vectors)
                {
                    Epilogue.Store(writer, isa, $"{Pool.Result}{v}", place, "");
                }
                else
                {
                    writer.Line($"V.Zero.Store({place});");
                }
            }
        }
    }

    private string KernelRows(Sizes sizes) => Pool.IsLarge ? sizes["kernelRows", Window.KernelHeight] : $"{Window.KernelHeight}";

    private string KernelColumns(Sizes sizes) => Pool.IsLarge ? sizes["kernelColumns", Window.KernelWidth] : $"{Window.KernelWidth}";

    private void EmitWindow(CodeWriter writer, VectorIsa isa, Sizes sizes, PoolLines lines, int vectors)
    {
        Pool.EmitVariables(writer, isa, vectors);
        (int firstRow, int endRow) = InnerRows;
        (int firstColumn, int endColumn) = InnerColumns;
        string inside = string.Join(" && ", Bounds(sizes, "Row", firstRow, endRow, Y.Height).Concat(Bounds(sizes, "Column", firstColumn, endColumn, Y.Width)));
        if (Pool.IsLarge || firstRow >= endRow || firstColumn >= endColumn)
        {
            EmitClipped(writer, isa, sizes, lines, vectors);
        }
        else if (inside.Length == 0)
        {
            EmitWhole(writer, isa, lines, vectors);
        }
        else
        {
            using (writer.Block($"if ({inside})"))
            {
                EmitWhole(writer, isa, lines, vectors);
            }

            using (writer.Block("else"))
            {
                EmitClipped(writer, isa, sizes, lines, vectors);
            }
        }
    }

    private void EmitWhole(CodeWriter writer, VectorIsa isa, PoolLines lines, int vectors)
    {
        Pool.EmitFirst(writer, isa, vectors, lines.Tap(Window, 0));
        for (int tap = 1; tap < Window.Taps; tap++)
        {
            int row = tap / Window.KernelWidth, column = tap % Window.KernelWidth;
            Pool.EmitTap(writer, isa, vectors, lines.Tap(Window, row), column * Window.DilationWidth * 16, $"{tap}");
        }
    }

    private void EmitClipped(CodeWriter writer, VectorIsa isa, Sizes sizes, PoolLines lines, int vectors)
    {
        writer.Line("// Only the taps that lie in the map.");
        (int first, int end) = InnerRows;
        EmitRange(writer, "Row", "top", first == 0 && end == Y.Height, sizes["mapRows", X.Height], KernelRows(sizes), Window.DilationHeight);
        (first, end) = InnerColumns;
        EmitRange(writer, "Column", "left", first == 0 && end == Y.Width, sizes["mapColumns", X.Width], KernelColumns(sizes), Window.DilationWidth);
        Pool.EmitFirst(writer, isa, vectors, null);
        using (writer.Block("for (int i = firstRow; i < endRow; i++)"))
        using (writer.Block("for (int j = firstColumn; j < endColumn; j++)"))
        {
            writer.Line($"float* tap = {lines.LoopTap(Window)};");
            Pool.EmitTap(writer, isa, vectors, "tap", 0, $"i * {KernelColumns(sizes)} + j");
        }
    }

    // Outputs whose whole window lies in the map, along one axis.
    private static (int First, int End) Inner(int size, int outputs, int padding, int extent, int stride)
    {
        int slack = size + padding - extent;
        return ((padding + stride - 1) / stride, slack < 0 ? 0 : System.Math.Min(outputs, (slack / stride) + 1));
    }

    private static IEnumerable<string> Bounds(Sizes sizes, string axis, int first, int end, int count)
    {
        if (first > 0)
        {
            yield return $"{axis.ToLowerInvariant()} >= {sizes["first" + axis + "Inside", first]}";
        }

        if (end < count)
        {
            yield return $"{axis.ToLowerInvariant()} < {sizes["end" + axis + "Inside", end]}";
        }
    }

    private static string Start(string output, string stride, int padding) =>
        (stride == "1" ? output : $"{output} * {stride}") + (padding == 0 ? "" : $" - {padding}");

    private static void EmitRange(CodeWriter writer, string axis, string start, bool whole, string size, string kernel, int dilation)
    {
        if (whole)
        {
            writer.Line($"int first{axis} = 0, end{axis} = {kernel};");
            return;
        }

        string first = dilation == 1 ? $"-{start}" : $"({dilation - 1} - {start}) / {dilation}";
        string end = dilation == 1 ? $"{size} - {start}" : $"({size} + {dilation - 1} - {start}) / {dilation}";
        writer.Line($"int first{axis} = Math.Max({first}, 0), end{axis} = Math.Min({end}, {kernel});");
    }
}
