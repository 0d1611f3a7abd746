using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Pooling;

/// <summary>
/// The gradient of a pooling layer by its input: every pixel is stored once, as the sum over the windows that contain it. Where windows do not
/// overlap, each window writes its own pixels instead.
/// </summary>
/// <param name="DX">The gradient by the input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="X">The input, whose activation's derivative is applied.</param>
/// <param name="Window">The window.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal abstract record PoolBackwardKernel(View DX, View DY, View X, Window Window, Epilogue Epilogue) : Kernel
{
    public override string Tasks => $"{DX.Planes} * p.Count";

    /// <summary>The window in names: <c>K2S2</c>.</summary>
    protected string Geometry => PoolFunction.Describe(Window);

    private int CellPixels => Window.StrideHeight * Window.StrideWidth;

    private bool AreAdjacent => Window.StrideHeight == Window.KernelHeight && Window.StrideWidth == Window.KernelWidth;

    // Then a pixel belongs to the cell of one window, a stride high and wide, at its top left corner.
    private bool AreDisjoint =>
        Window.StrideHeight >= Window.ExtentHeight && Window.StrideWidth >= Window.ExtentWidth
        && (Window.DilationHeight, Window.DilationWidth, Window.Top, Window.Left) == (1, 1, 0, 0)
        && (AreAdjacent || CellPixels <= PoolFunction.MaxUnrolledTaps);

    // Cells that lie in the map.
    private int CellRows => AreDisjoint ? System.Math.Min(DY.Height, DX.Height / Window.StrideHeight) : 0;

    private int CellColumns => AreDisjoint ? System.Math.Min(DY.Width, DX.Width / Window.StrideWidth) : 0;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        string blocks = sizes["blocks", DX.Planes];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            writer.Line($"float* gradient = {sizes.Of("dy", DY).At("DY")}, target = {sizes.Of("dx", DX).At("DX")};");
            if (!Epilogue.Derivative.IsNone)
            {
                writer.Line($"float* activation = {sizes.Of("x", X).At("X2")};");
            }

            // Sizes that the code of the pools names.
            _ = (sizes["rows", DY.Height], sizes["columns", DY.Width]);
            EmitTask(writer);
            int rows = CellRows * Window.StrideHeight, columns = CellColumns * Window.StrideWidth;
            if (rows > 0 && columns > 0)
            {
                EmitCells(writer, isa, sizes);
            }

            if (rows < DX.Height || columns < DX.Width)
            {
                EmitPixels(writer, isa, sizes, rows, columns);
            }
        }
    }

    /// <summary>Pointers of the task beside gradient, target and activation.</summary>
    protected virtual void EmitTask(CodeWriter writer)
    {
    }

    /// <summary>Loads what a window gives its pixels, where its whole cell lies in the map; the window is output <c>(i, j)</c>.</summary>
    protected abstract void EmitCell(CodeWriter writer, VectorIsa isa, string gradient);

    /// <summary>What the window loaded by <see cref="EmitCell"/> gives tap <paramref name="index"/>.</summary>
    protected abstract string CellValue(VectorIsa isa, int vector, string index);

    /// <summary>Whether <see cref="EmitShare"/> asks which tap of the window the pixel is.</summary>
    protected abstract bool ReadsTaps { get; }

    /// <summary>
    /// Adds the share of window <c>(i, j)</c> to variables <c>sum_v*</c> of pixel <c>(row, column)</c>, which is tap
    /// <c>(tapRow, tapColumn)</c> of it.
    /// </summary>
    protected abstract void EmitShare(CodeWriter writer, VectorIsa isa, string gradient);

    /// <summary>What turns the sum of a pixel into its gradient.</summary>
    protected virtual string Scaled(string sum) => sum;

    private string Gradient(Sizes sizes) => $"gradient + i * {sizes.Of("dy", DY).Row} + j * 16";

    private void EmitCells(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView dx = sizes.Of("dx", DX), x = sizes.Of("x", X);
        bool loops = CellPixels > PoolFunction.MaxUnrolledTaps, derives = !Epilogue.Derivative.IsNone;
        string strideRows = loops ? sizes["strideRows", Window.StrideHeight] : $"{Window.StrideHeight}", strideColumns = loops ? sizes["strideColumns", Window.StrideWidth] : $"{Window.StrideWidth}";
        writer.Line("// Windows do not overlap: each writes the pixels of its cell.");
        using (writer.Block($"for (int i = 0; i < {sizes["cellRows", CellRows]}; i++)"))
        using (writer.Block($"for (int j = 0; j < {sizes["cellColumns", CellColumns]}; j++)"))
        {
            EmitPointers(writer, $"i * {strideRows} * {dx.Row} + j * {strideColumns} * 16", derives ? $"i * {strideRows} * {x.Row} + j * {strideColumns} * 16" : "");
            EmitCell(writer, isa, Gradient(sizes));
            writer.Line("V value;");
            if (loops)
            {
                using (writer.Block($"for (int tapRow = 0; tapRow < {sizes["kernelRows", Window.KernelHeight]}; tapRow++, pixel += {dx.Row}{(derives ? $", output += {x.Row}" : "")})"))
                using (writer.Block($"for (int tapColumn = 0; tapColumn < {sizes["kernelColumns", Window.KernelWidth]}; tapColumn++)"))
                {
                    writer.Line("float* place = pixel + tapColumn * 16;");
                    if (!Epilogue.Derivative.IsNone)
                    {
                        writer.Line("float* seen = output + tapColumn * 16;");
                    }

                    EmitCellPixel(writer, isa, ("place", 0), ("seen", 0), $"tapRow * {sizes["kernelColumns", Window.KernelWidth]} + tapColumn");
                }

                return;
            }

            for (int row = 0; row < Window.StrideHeight; row++)
            {
                for (int column = 0; column < Window.StrideWidth; column++)
                {
                    bool covered = row < Window.KernelHeight && column < Window.KernelWidth;
                    EmitCellPixel(
                        writer, isa, (row == 0 ? "pixel" : $"pixel + {row} * {dx.Row}", column * 16), (row == 0 || !derives ? "output" : $"output + {row} * {x.Row}", column * 16),
                        covered ? $"{(row * Window.KernelWidth) + column}" : null);
                }
            }
        }
    }

    // One pixel of a cell; without a tap, no window sees it.
    private void EmitCellPixel(CodeWriter writer, VectorIsa isa, (string Pointer, int Offset) pixel, (string Pointer, int Offset) output, string? tap)
    {
        for (int v = 0; v < isa.VectorsPerBlock; v++)
        {
            string target = pixel.Pointer + ProductKernel.Plus(pixel.Offset + (v * isa.Lanes));
            if (tap is not null && v < DX.Vectors(isa))
            {
                writer.Line($"value = {CellValue(isa, v, tap)};");
                Epilogue.Store(writer, isa, "value", target, output.Pointer + ProductKernel.Plus(output.Offset + (v * isa.Lanes)));
            }
            else if (!Epilogue.Accumulate)
            {
                writer.Line($"V.Zero.Store({target});");
            }
            else if (!Epilogue.Derivative.IsNone && v < DX.Vectors(isa))
            {
                writer.Line("value = V.Zero;");
                Epilogue.Store(writer, isa, "value", target, output.Pointer + ProductKernel.Plus(output.Offset + (v * isa.Lanes)));
            }
        }
    }

    // Pixels outside the first rows and columns, which are done.
    private void EmitPixels(CodeWriter writer, VectorIsa isa, Sizes sizes, int doneRows, int doneColumns)
    {
        writer.Line("// Sum over the windows that contain a pixel.");
        bool done = doneRows > 0 && doneColumns > 0;
        string rows = sizes["dxRows", DX.Height], columns = sizes["dxColumns", DX.Width];
        string firstRow = done && doneColumns == DX.Width ? sizes["doneRows", doneRows] : "0";
        string firstColumn = !done || doneColumns == DX.Width ? "0" : doneRows == DX.Height ? sizes["doneColumns", doneColumns] : $"row < {sizes["doneRows", doneRows]} ? {sizes["doneColumns", doneColumns]} : 0";
        using (writer.Block($"for (int row = {firstRow}; row < {rows}; row++)"))
        {
            EmitRange(writer, "Row", "row", Window.Top, Window.ExtentHeight, Window.StrideHeight, sizes["rows", DY.Height]);
            using (writer.Block($"for (int column = {firstColumn}; column < {columns}; column++)"))
            {
                EmitRange(writer, "Column", "column", Window.Left, Window.ExtentWidth, Window.StrideWidth, sizes["columns", DY.Width]);
                EmitPointers(writer, $"row * {sizes.Of("dx", DX).Row} + column * 16", Epilogue.Derivative.IsNone ? "" : $"row * {sizes.Of("x", X).Row} + column * 16");
                writer.Line("V " + string.Join(", ", Enumerable.Range(0, DX.Vectors(isa)).Select(v => $"sum_v{v} = V.Zero")) + ";");
                using (writer.Block("for (int i = firstRow; i <= lastRow; i++)"))
                {
                    EmitTapIndex(writer, "Row", "row", "i", Window.Top, Window.StrideHeight, Window.DilationHeight);
                    using (writer.Block("for (int j = firstColumn; j <= lastColumn; j++)"))
                    {
                        EmitTapIndex(writer, "Column", "column", "j", Window.Left, Window.StrideWidth, Window.DilationWidth);
                        EmitShare(writer, isa, Gradient(sizes));
                    }
                }

                for (int v = DX.Vectors(isa); v < isa.VectorsPerBlock && !Epilogue.Accumulate; v++)
                {
                    writer.Line($"V.Zero.Store(pixel{ProductKernel.Plus(v * isa.Lanes)});");
                }

                for (int v = 0; v < DX.Vectors(isa); v++)
                {
                    string sum = $"sum_v{v}", lane = ProductKernel.Plus(v * isa.Lanes);
                    if (Scaled(sum) != sum)
                    {
                        writer.Line($"{sum} = {Scaled(sum)};");
                    }

                    Epilogue.Store(writer, isa, sum, "pixel" + lane, "output" + lane);
                }
            }
        }
    }

    private void EmitPointers(CodeWriter writer, string target, string activation)
    {
        writer.Line($"float* pixel = target + {target};");
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line($"float* output = activation + {activation};");
        }
    }

    // Windows that reach the pixel along an axis. A negative quotient is rounded up, which changes nothing at 0.
    private static void EmitRange(CodeWriter writer, string axis, string pixel, int padding, int extent, int stride, string outputs)
    {
        int shift = padding - extent + stride;
        string first = shift < 0 ? $"{pixel} - {-shift}" : pixel + ProductKernel.Plus(shift), last = pixel + ProductKernel.Plus(padding);
        if (stride > 1)
        {
            (first, last) = (Divide(first, stride), Divide(last, stride));
        }

        writer.Line($"int first{axis} = Math.Max({first}, 0), last{axis} = Math.Min({last}, {outputs} - 1);");
    }

    private static string Divide(string value, int divisor) => value.IndexOf(' ') < 0 ? $"{value} / {divisor}" : $"({value}) / {divisor}";

    private void EmitTapIndex(CodeWriter writer, string axis, string pixel, string window, int padding, int stride, int dilation)
    {
        if (!ReadsTaps)
        {
            return;
        }

        string distance = $"{pixel}{ProductKernel.Plus(padding)} - {window} * {stride}";
        if (dilation == 1)
        {
            writer.Line($"int tap{axis} = {distance};");
            return;
        }

        writer.Line($"(int tap{axis}, int between{axis}) = Math.DivRem({distance}, {dilation});");
        using (writer.Block($"if (between{axis} != 0)"))
        {
            writer.Line("continue;");
        }
    }
}
