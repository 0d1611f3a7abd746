using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>
/// The register tile of every forward and input-gradient product: some pixels times some vectors of output channels, summed over input
/// blocks, window rows and columns (loops) and the unrolled offsets (straight-line code). Layers with equal tiles share one method.
/// </summary>
/// <param name="Variant">The instruction set that the tile was planned for.</param>
/// <param name="Pixels">Output pixels (or samples) in the tile.</param>
/// <param name="Vectors">Vectors of output channels in the tile.</param>
/// <param name="Padding">Vectors that complete the last block of 16 channels and get zeros.</param>
/// <param name="Offsets">Input floats read in one iteration of the innermost loop, relative to the pixel; one row of 16 weights each.</param>
/// <param name="InputPixel">From the input of a pixel to that of the next; null where the loops say it.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record ProductTile(
    string Variant, int Pixels, int Vectors, int Padding, EquatableArray<int> Offsets, int? InputPixel, Epilogue Epilogue) : Code
{
    public override string Summary =>
        string.Format(CultureInfo.InvariantCulture, "Register tile: {0} pixels x {1} vectors of output channels; {2} inputs unrolled.", Pixels, Vectors, Offsets.Count);

    protected override string Title =>
        string.Format(CultureInfo.InvariantCulture, "Product_P{0}V{1}K{2}{3}_{4}", Pixels, Vectors, Offsets.Count, Epilogue.Title.Length == 0 ? "" : "_" + Epilogue.Title, Variant);

    // Bias and gain are asked for at run time: once a tile, and one method serves convolutions with and without them.
    private bool Scales => Epilogue is { Accumulate: false, Derivative.IsNone: true };

    public override IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled.Where(isa => isa.Name == Variant);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    /// <summary>The call; unused pointers are passed as null.</summary>
    public string Call(string x, string w, string y, string bias, string gain, string output, string tiles = "1") =>
        $"{Name}.Run({x}, {w}, {y}, {bias}, {gain}, {(Epilogue.ReadsOther ? output : "null")}, {tiles}, &loops);";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("""
            /// <summary>Sums tiles side by side and stores them.</summary>
            /// <param name="x">The input of the first pixel.</param>
            /// <param name="w">Weights of the first output block, in the order of the sums.</param>
            /// <param name="target">Where the first pixel is stored.</param>
            /// <param name="bias">The channels' biases, if any.</param>
            /// <param name="gain">The channels' gains, if any.</param>
            /// <param name="output">The other tensor that the epilogue reads, if any.</param>
            /// <param name="tiles">How many tiles.</param>
            /// <param name="loops">The loops around the unrolled part.</param>
            """);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("public static void Run(float* x, float* w, float* target, float* bias, float* gain, float* output, nint tiles, ProductLoops* loops)"))
        {
            writer.Line("nint rows = loops->Rows, columns = loops->Columns, rowStep = loops->RowStep, columnStep = loops->ColumnStep;");
            if (Pixels > 1 && InputPixel is null)
            {
                writer.Line(Pixels > 2 ? "nint pixel1 = loops->InputPixel, pixel2 = 2 * pixel1;" : "nint pixel1 = loops->InputPixel;");
            }

            using (writer.Block("for (; tiles > 0; tiles--)"))
            {
                EmitTile(writer, isa);
                writer.Line($"x += {(InputPixel is { } pixel ? $"{Pixels * pixel}" : $"{Times(Pixels)}loops->InputPixel")};");
                writer.Line($"target += {Times(Pixels)}loops->OutputPixel;");
                if (Epilogue.ReadsOther)
                {
                    writer.Line($"output += {Times(Pixels)}loops->DerivativePixel;");
                }
            }
        }
    }

    private void EmitTile(CodeWriter writer, VectorIsa isa)
    {
        int blocks = ((Vectors - 1) / isa.VectorsPerBlock) + 1;
        string pointers = string.Concat(Enumerable.Range(1, blocks - 1).Select(block => $", w{block} = w + {Times(block)}loops->WeightBlock"));
        writer.Line($"float* input = x, w0 = w{pointers};");
        if (Scales)
        {
            writer.Line("// Every sum starts at the bias, where there is one and no gain.");
            writer.Line("bool biased = bias != null && gain == null;");
            writer.Line("V " + string.Join(", ", Enumerable.Range(0, Vectors).Select(v => $"first_v{v} = biased ? Load(bias{ProductKernel.Plus(v * isa.Lanes)}) : V.Zero")) + ";");
        }

        writer.Wrap("V ", Cells().Select(cell => $"acc_p{cell.Pixel}_v{cell.Vector} = {(Scales ? $"first_v{cell.Vector}" : "V.Zero")}"), ", ", ";");
        writer.Line("V x0;");
        using (writer.Block("for (nint block = loops->Blocks; block > 0; block--, input += loops->BlockStep)"))
        {
            writer.Line("float* line = input;");
            using (writer.Block("for (nint row = rows; row > 0; row--, line += rowStep)"))
            {
                writer.Line("float* point = line;");
                using (writer.Block("for (nint column = columns; column > 0; column--, point += columnStep)"))
                {
                    EmitSums(writer, isa);
                    writer.Line(string.Join(" ", Enumerable.Range(0, blocks).Select(block => $"w{block} += {16 * Offsets.Count};")));
                }
            }
        }

        EmitStores(writer, isa);
    }

    // Where the distance of pixels is a variable, three of them share a pointer: base, base + index, base + index.
    private string Input(int pixel, int offset)
    {
        if (InputPixel is { } distance)
        {
            return $"point[{(pixel * distance) + offset}]";
        }

        string start = pixel < 3 ? "point" : $"point{pixel / 3 * 3}";
        return pixel % 3 == 0 ? $"{start}[{offset}]" : $"({start}{ProductKernel.Plus(offset)})[pixel{pixel % 3}]";
    }

    private void EmitSums(CodeWriter writer, VectorIsa isa)
    {
        if (InputPixel is null && Pixels > 3)
        {
            writer.Line("float* " + string.Join(", ", Enumerable.Range(1, (Pixels - 1) / 3).Select(group =>
                $"point{3 * group} = point{(group == 1 ? "" : $"{3 * (group - 1)}")} + pixel1 + pixel2")) + ";");
        }

        for (int k = 0; k < Offsets.Count; k++)
        {
            writer.Line(string.Join(" ", Enumerable.Range(0, Vectors).Select(v =>
                $"{(k == 0 ? "V " : "")}w_v{v} = Load({Weights(isa, v)} + {(16 * k) + (v % isa.VectorsPerBlock * isa.Lanes)});")));
            writer.Wrap("", Enumerable.Range(0, Pixels).Select(p => $"x0 = Create({Input(p, Offsets[k])}); " + string.Join(" ", Enumerable.Range(0, Vectors).Select(v =>
                $"acc_p{p}_v{v} = {isa.MultiplyAdd("x0", $"w_v{v}", $"acc_p{p}_v{v}")};"))), " ", "", "");
        }
    }

    private void EmitStores(CodeWriter writer, VectorIsa isa)
    {
        if (Scales)
        {
            using (writer.Block("if (gain != null)"))
            {
                for (int v = 0; v < Vectors; v++)
                {
                    writer.Line($"V gain_v{v} = Load(gain{ProductKernel.Plus(v * isa.Lanes)}), bias_v{v} = Load(bias{ProductKernel.Plus(v * isa.Lanes)});");
                    writer.Wrap("", Enumerable.Range(0, Pixels).Select(p => $"acc_p{p}_v{v} = {isa.MultiplyAdd($"acc_p{p}_v{v}", $"gain_v{v}", $"bias_v{v}")};"), " ", "", "");
                }
            }
        }

        writer.Line("// Store the tile.");
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        for (int v = 0; v < Vectors; v++)
        {
            int block = v / isa.VectorsPerBlock, lane = v % isa.VectorsPerBlock * isa.Lanes;
            string target = block == 0 ? "target" : $"target + {Times(block)}loops->OutputBlock";
            string output = block == 0 ? "output" : $"output + {Times(block)}loops->DerivativeBlock";
            for (int p = 0; p < Pixels; p++)
            {
                var statements = new CodeWriter();
                Epilogue.Store(statements, isa, $"acc_p{p}_v{v}", At(target, p, "OutputPixel", lane), At(output, p, "DerivativePixel", lane));
                writer.Wrap("", statements.ToString().TrimEnd('\n').Split('\n'), " ", "", "");
            }
        }

        // Channels that fill up the last block stay zero; an accumulating kernel finds them zero.
        for (int v = Vectors; v < Vectors + Padding && !Epilogue.Accumulate; v++)
        {
            int block = v / isa.VectorsPerBlock, lane = v % isa.VectorsPerBlock * isa.Lanes;
            string target = block == 0 ? "target" : $"target + {Times(block)}loops->OutputBlock";
            writer.Wrap("", Enumerable.Range(0, Pixels).Select(p => $"V.Zero.Store({At(target, p, "OutputPixel", lane)});"), " ", "", "");
        }
    }

    private IEnumerable<(int Pixel, int Vector)> Cells() =>
        from p in Enumerable.Range(0, Pixels) from v in Enumerable.Range(0, Vectors) select (p, v);

    private static string At(string pointer, int pixel, string distance, int lane) =>
        pointer + (pixel == 0 ? "" : $" + {Times(pixel)}loops->{distance}") + ProductKernel.Plus(lane);

    private static string Weights(VectorIsa isa, int vector) => $"w{vector / isa.VectorsPerBlock}";

    private static string Times(int factor) => factor == 1 ? "" : $"{factor} * ";
}
