using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

/// <summary>The register tile of depthwise products: some pixels of a block of 16 channels, summed over a window whose rows are a loop.</summary>
/// <param name="Pixels">Output pixels.</param>
/// <param name="InputPixel">From the input of a pixel to that of the next.</param>
/// <param name="OutputPixel">From an output pixel to the next, also in the tensor whose activation's derivative is applied.</param>
/// <param name="Columns">Window columns, all unrolled; 0: a loop.</param>
/// <param name="ColumnStep">From the input of a window column to that of the next.</param>
/// <param name="WeightColumn">From the weights of a window column to those of the next.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record DepthwiseTile(int Pixels, int InputPixel, int OutputPixel, int Columns, int ColumnStep, int WeightColumn, Epilogue Epilogue) : Code
{
    // Window columns of straight-line code, and multiply-adds of a row of it; pixels that hide the latency of multiply-adds, and more where registers abound.
    private const int MostColumns = 16, UnrollBudget = 100, FewPixels = 8, ManyPixels = 14;

    public override string Summary => string.Format(
        CultureInfo.InvariantCulture, "Register tile of a depthwise convolution: {0} pixels of 16 channels; {1} window columns unrolled.", Pixels, Math.Max(1, Columns));

    protected override string Title =>
        string.Format(CultureInfo.InvariantCulture, "Depthwise_P{0}K{1}{2}", Pixels, Columns, Epilogue.Title.Length == 0 ? "" : "_" + Epilogue.Title);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    /// <summary>Cuts a row of pixels into tiles of at most two neighbouring sizes, the larger first.</summary>
    public static IReadOnlyList<(int Pixels, int Count)> Split(VectorIsa isa, int width, int columns)
    {
        int unrolled = columns > MostColumns ? 1 : Math.Max(1, columns);
        int largest = Math.Max(4, Math.Min(isa.Registers > 16 ? ManyPixels : FewPixels, UnrollBudget / unrolled));
        int tiles = (width + largest - 1) / largest, small = width / tiles, rest = width % tiles;
        return rest == 0 ? [(small, tiles)] : [(small + 1, rest), (small, tiles - rest)];
    }

    /// <summary>The tile of a grid.</summary>
    public static DepthwiseTile Of(DepthwiseRows grid, int pixels, Epilogue epilogue) => new(
        pixels, grid.InputPixel, grid.OutputPixel, grid.Columns > MostColumns ? 0 : grid.Columns, grid.ColumnStep, grid.WeightColumn, epilogue);

    /// <summary>The call; unused pointers are passed as null.</summary>
    public string Call(VectorIsa isa, DepthwiseRows grid, string rowStep, string x, string w, string y, string bias, string gain, string output) =>
        $"{Name}.{isa.Name}({x}, {w}, {y}, {(Epilogue.Bias || Epilogue.Gain ? bias : "null")}, {(Epilogue.Gain ? gain : "null")}, "
        + $"{(Epilogue.Derivative.IsNone ? "null" : output)}, {grid.Rows}, {rowStep}, {grid.WeightRow}, {grid.Columns});";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block(
            $"public static void {isa.Name}(float* x, float* w, float* target, float* bias, float* gain, float* output, nint rows, nint rowStep, nint weightRow, nint columns)"))
        {
            if (!Epilogue.Derivative.IsNone)
            {
                writer.Line("V y;");
            }

            using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
            {
                EmitLane(writer, isa);
            }
        }
    }

    private void EmitLane(CodeWriter writer, VectorIsa isa)
    {
        bool startsWithBias = Epilogue.Bias && !Epilogue.Gain;
        writer.Line(startsWithBias ? "// Every sum starts at the bias." : "// Every sum starts at zero.");
        for (int p = 0; p < Pixels; p++)
        {
            writer.Line($"V acc_p{p} = {(startsWithBias ? "Load(bias + lane)" : "V.Zero")};");
        }

        writer.Line("float* line = x + lane;");
        writer.Line("float* weights = w + lane;");
        using (writer.Block("for (nint row = rows; row > 0; row--)"))
        {
            if (Columns > 0)
            {
                EmitColumns(writer, isa, "line", "weights", Columns);
            }
            else
            {
                writer.Line("float* point = line;");
                writer.Line("float* weight = weights;");
                using (writer.Block("for (nint column = columns; column > 0; column--)"))
                {
                    EmitColumns(writer, isa, "point", "weight", 1);
                    writer.Line($"point += {ColumnStep};");
                    writer.Line($"weight += {WeightColumn};");
                }
            }

            writer.Line("line += rowStep;");
            writer.Line("weights += weightRow;");
        }

        writer.Line("// Store the tile.");
        if (Epilogue.Gain)
        {
            writer.Line("V gains = Load(gain + lane), shifts = Load(bias + lane);");
        }

        for (int p = 0; p < Pixels; p++)
        {
            if (Epilogue.Gain)
            {
                writer.Line($"acc_p{p} = {isa.MultiplyAdd($"acc_p{p}", "gains", "shifts")};");
            }

            string at = "lane" + ProductKernel.Plus(p * OutputPixel);
            Epilogue.Store(writer, isa, $"acc_p{p}", "target + " + at, "output + " + at);
        }
    }

    private void EmitColumns(CodeWriter writer, VectorIsa isa, string input, string weights, int columns)
    {
        for (int k = 0; k < columns; k++)
        {
            writer.Line($"V w_k{k} = Load({weights}{ProductKernel.Plus(k * WeightColumn)});");
            foreach (int p in Enumerable.Range(0, Pixels))
            {
                writer.Line($"acc_p{p} = {isa.MultiplyAdd($"w_k{k}", $"Load({input}{ProductKernel.Plus((p * InputPixel) + (k * ColumnStep))})", $"acc_p{p}")};");
            }
        }
    }
}
