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
/// <param name="InputPixel">From the input of a pixel to that of the next.</param>
/// <param name="OutputPixel">From an output pixel to the next.</param>
/// <param name="DerivativePixel">As <paramref name="OutputPixel"/>, in the tensor whose activation's derivative is applied.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record ProductTile(
    string Variant, int Pixels, int Vectors, int Padding, EquatableArray<int> Offsets, int InputPixel, int OutputPixel, int DerivativePixel,
    Epilogue Epilogue) : Code
{
    public override string Summary =>
        string.Format(CultureInfo.InvariantCulture, "Register tile: {0} pixels x {1} vectors of output channels; {2} inputs unrolled.", Pixels, Vectors, Offsets.Count);

    protected override string Title =>
        string.Format(CultureInfo.InvariantCulture, "Product_P{0}V{1}K{2}{3}_{4}", Pixels, Vectors, Offsets.Count, Epilogue.Title.Length == 0 ? "" : "_" + Epilogue.Title, Variant);

    public override IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled.Where(isa => isa.Name == Variant);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    /// <summary>The call; unused pointers are passed as null.</summary>
    public string Call(string x, string w, string y, string bias, string gain, string output) =>
        $"{Name}.Run({x}, {w}, {y}, {(Epilogue.Bias || Epilogue.Gain ? bias : "null")}, {(Epilogue.Gain ? gain : "null")}, {(Epilogue.ReadsOther ? output : "null")}, &loops);";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        int blocks = ((Vectors - 1) / isa.VectorsPerBlock) + 1;
        writer.Line("""
            /// <summary>Sums one tile and stores it.</summary>
            /// <param name="x">The input of the first pixel.</param>
            /// <param name="w">Weights of the first output block, in the order of the sums.</param>
            /// <param name="target">Where the first pixel is stored.</param>
            /// <param name="bias">The channels' biases, if any.</param>
            /// <param name="gain">The channels' gains, if any.</param>
            /// <param name="output">The activation whose derivative is applied, or what is added, if any.</param>
            /// <param name="loops">The loops around the unrolled part.</param>
            """);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("public static void Run(float* x, float* w, float* target, float* bias, float* gain, float* output, ProductLoops* loops)"))
        {
            for (int block = 1; block < blocks; block++)
            {
                writer.Line($"float* w{block} = w + {Times(block)}loops->WeightBlock;");
            }

            bool startsWithBias = Epilogue.Bias && !Epilogue.Gain;
            writer.Line(startsWithBias ? "// Every sum starts at the bias." : "// Every sum starts at zero.");
            foreach ((int p, int v) in Cells())
            {
                writer.Line($"V acc_p{p}_v{v} = {(startsWithBias ? $"Load(bias{ProductKernel.Plus(v * isa.Lanes)})" : "V.Zero")};");
            }

            writer.Line("V x0;");
            writer.Line("nint rows = loops->Rows, columns = loops->Columns, rowStep = loops->RowStep, columnStep = loops->ColumnStep;");
            using (writer.Block("for (nint block = loops->Blocks; block > 0; block--)"))
            {
                writer.Line("float* line = x;");
                using (writer.Block("for (nint row = rows; row > 0; row--)"))
                {
                    writer.Line("float* point = line;");
                    using (writer.Block("for (nint column = columns; column > 0; column--)"))
                    {
                        EmitSums(writer, isa);
                        writer.Line($"w += {16 * Offsets.Count};");
                        for (int block = 1; block < blocks; block++)
                        {
                            writer.Line($"w{block} += {16 * Offsets.Count};");
                        }

                        writer.Line("point += columnStep;");
                    }

                    writer.Line("line += rowStep;");
                }

                writer.Line("x += loops->BlockStep;");
            }

            EmitStores(writer, isa);
        }
    }

    private void EmitSums(CodeWriter writer, VectorIsa isa)
    {
        for (int k = 0; k < Offsets.Count; k++)
        {
            string weights = string.Join(" ", Enumerable.Range(0, Vectors).Select(v =>
                $"{(k == 0 ? "V " : "")}w_v{v} = Load({Weights(isa, v)} + {(16 * k) + (v % isa.VectorsPerBlock * isa.Lanes)});"));
            writer.Line(weights);
            for (int p = 0; p < Pixels; p++)
            {
                string sums = string.Join(" ", Enumerable.Range(0, Vectors).Select(v =>
                    $"acc_p{p}_v{v} = {isa.MultiplyAdd("x0", $"w_v{v}", $"acc_p{p}_v{v}")};"));
                writer.Line($"x0 = Create(point[{(p * InputPixel) + Offsets[k]}]); {sums}");
            }
        }
    }

    private void EmitStores(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("// Store the tile.");
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        for (int v = 0; v < Vectors; v++)
        {
            int block = v / isa.VectorsPerBlock, lane = v % isa.VectorsPerBlock * isa.Lanes;
            string target = block == 0 ? "target" : $"(target + {Times(block)}loops->OutputBlock)";
            string output = block == 0 ? "output" : $"(output + {Times(block)}loops->DerivativeBlock)";
            if (Epilogue.Gain)
            {
                writer.Line($"V gain_v{v} = Load(gain + {v * isa.Lanes}), bias_v{v} = Load(bias + {v * isa.Lanes});");
            }

            for (int p = 0; p < Pixels; p++)
            {
                string value = $"acc_p{p}_v{v}";
                if (Epilogue.Gain)
                {
                    writer.Line($"{value} = {isa.MultiplyAdd(value, $"gain_v{v}", $"bias_v{v}")};");
                }

                Epilogue.Store(writer, isa, value, $"{target} + {(p * OutputPixel) + lane}", $"{output} + {(p * DerivativePixel) + lane}");
            }
        }

        // Channels that fill up the last block stay zero; an accumulating kernel finds them zero.
        for (int v = Vectors; v < Vectors + Padding && !Epilogue.Accumulate; v++)
        {
            for (int p = 0; p < Pixels; p++)
            {
                int block = v / isa.VectorsPerBlock, lane = v % isa.VectorsPerBlock * isa.Lanes;
                writer.Line($"V.Zero.Store(target + {(block == 0 ? "" : $"{Times(block)}loops->OutputBlock + ")}{(p * OutputPixel) + lane});");
            }
        }
    }

    private IEnumerable<(int Pixel, int Vector)> Cells() =>
        from p in Enumerable.Range(0, Pixels) from v in Enumerable.Range(0, Vectors) select (p, v);

    private static string Weights(VectorIsa isa, int vector) => vector < isa.VectorsPerBlock ? "w" : $"w{vector / isa.VectorsPerBlock}";

    private static string Times(int factor) => factor == 1 ? "" : $"{factor} * ";
}
