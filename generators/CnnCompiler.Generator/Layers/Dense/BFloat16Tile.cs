using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Layers.Dense;

/// <summary>The register tile of a dense layer of bfloat16 weights.</summary>
/// <param name="Variant">The instruction set that the tile was planned for.</param>
/// <param name="Samples">Samples.</param>
/// <param name="Blocks">Blocks of 16 outputs.</param>
/// <param name="Inputs">Inputs of one iteration of the innermost loop.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record BFloat16Tile(string Variant, int Samples, int Blocks, int Inputs, Epilogue Epilogue) : Code
{
    // Distances of samples that stay in registers beside the pointer to the first of so many.
    private const int SamplesPerPointer = 4;

    public override string Summary => string.Format(
        CultureInfo.InvariantCulture, "Register tile of bfloat16 weights: {0} samples x {1} blocks of 16 outputs; {2} inputs unrolled.", Samples, Blocks, Inputs);

    protected override string Title => string.Format(
        CultureInfo.InvariantCulture, "BFloat16_S{0}B{1}K{2}{3}_{4}", Samples, Blocks, Inputs, Epilogue.Title.Length == 0 ? "" : "_" + Epilogue.Title, Variant);

    public override IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled.Where(isa => isa.Name == Variant);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    /// <summary>The call, given variables <c>a</c>, <c>x</c>, <c>y</c>, <c>addend</c> and <c>loops</c>.</summary>
    /// <param name="w">The weights of the first block.</param>
    /// <param name="output">The first output.</param>
    public string Call(string w, string output) =>
        $"{Name}.Run(x, {w}, y + {output}, {(Epilogue.Bias || Epilogue.Gain ? "a->Bias + " + output : "null")}, {(Epilogue.Gain ? "a->Gain + " + output : "null")}, "
        + $"{(Epilogue.Addend ? "addend + " + output : "null")}, &loops);";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("""
            /// <summary>Sums a tile and stores it.</summary>
            /// <param name="x">The input of the first sample.</param>
            /// <param name="w">Weights of the first output block.</param>
            /// <param name="target">Where the first sample is stored.</param>
            /// <param name="bias">The outputs' biases, if any.</param>
            /// <param name="gain">The outputs' gains, if any.</param>
            /// <param name="addend">What is added, if anything.</param>
            /// <param name="loops">The loops around the unrolled part.</param>
            """);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("public static void Run(float* x, uint* w, float* target, float* bias, float* gain, float* addend, ProductLoops* loops)"))
        {
            string pointers = string.Concat(Enumerable.Range(1, Blocks - 1).Select(block => $", w{block} = w{block - 1} + loops->WeightBlock"));
            writer.Line($"uint* w0 = w{pointers};");
            if (Samples > 1)
            {
                writer.Line("nint " + string.Join(", ", Enumerable.Range(1, System.Math.Min(Samples, SamplesPerPointer) - 1).Select(s => $"sample{s} = {(s == 1 ? "" : $"{s} * ")}loops->InputPixel")) + ";");
            }

            bool startsWithBias = Epilogue.Bias && !Epilogue.Gain;
            writer.Line(startsWithBias ? "// Every sum starts at the bias." : "// Every sum starts at zero.");
            writer.Wrap("V ", Cells(isa).Select(cell => $"{cell.Sum} = {(startsWithBias ? $"Load(bias{ProductKernel.Plus(cell.Vector * isa.Lanes)})" : "V.Zero")}"), ", ", ";");
            writer.Line("V weight, " + string.Join(", ", Enumerable.Range(0, Samples).Select(s => $"x_s{s}")) + ";");
            writer.Line("var upper = Create(0xFFFF0000u);");
            writer.Line("nint rows = loops->Rows, columns = loops->Columns, rowStep = loops->RowStep, columnStep = loops->ColumnStep;");
            using (writer.Block("for (nint block = loops->Blocks; block > 0; block--, x += loops->BlockStep)"))
            {
                writer.Line("float* line = x;");
                using (writer.Block("for (nint row = rows; row > 0; row--, line += rowStep)"))
                {
                    writer.Line("float* point = line;");
                    using (writer.Block("for (nint column = columns; column > 0; column--, point += columnStep)"))
                    {
                        EmitSums(writer, isa);
                        writer.Line(string.Join(" ", Enumerable.Range(0, Blocks).Select(block => $"w{block} += {(Inputs + 1) / 2 * 16};")));
                    }
                }
            }

            EmitStores(writer, isa);
        }
    }

    // The first input of a pair is the lower half of 32 bits, the second one the upper: each becomes the upper half of a float.
    private void EmitSums(CodeWriter writer, VectorIsa isa)
    {
        for (int pointer = SamplesPerPointer; pointer < Samples; pointer += SamplesPerPointer)
        {
            writer.Line($"float* point{pointer} = point + {pointer} * sample1;");
        }

        for (int k = 0; k < Inputs; k++)
        {
            writer.Wrap("", Enumerable.Range(0, Samples).Select(s => $"x_s{s} = Create({Input(s, k)});"), " ", "", "");
            for (int v = 0; v < Blocks * isa.VectorsPerBlock; v++)
            {
                string pairs = $"Load(w{v / isa.VectorsPerBlock}{ProductKernel.Plus((k / 2 * 16) + (v % isa.VectorsPerBlock * isa.Lanes))})";
                writer.Wrap(
                    "", Cells(isa).Where(cell => cell.Vector == v).Select(cell => $"{cell.Sum} = {isa.MultiplyAdd($"x_s{cell.Sample}", "weight", cell.Sum)};")
                        .Prepend($"weight = ({(k % 2 == 0 ? pairs + " << 16" : pairs + " & upper")}).AsSingle();"), " ", "", "");
            }
        }
    }

    private static string Input(int sample, int k)
    {
        string start = sample < SamplesPerPointer ? "point" : $"point{sample / SamplesPerPointer * SamplesPerPointer}";
        return sample % SamplesPerPointer == 0 ? $"{start}[{k}]" : $"({start}{ProductKernel.Plus(k)})[sample{sample % SamplesPerPointer}]";
    }

    private void EmitStores(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("// Store the tile.");
        foreach ((int sample, int vector, string sum) in Cells(isa))
        {
            string lane = ProductKernel.Plus(vector * isa.Lanes);
            if (Epilogue.Gain)
            {
                writer.Line($"{sum} = {isa.MultiplyAdd(sum, $"Load(gain{lane})", $"Load(bias{lane})")};");
            }

            Epilogue.Store(writer, isa, sum, At("target", "Output"), At("addend", "Other"));

            string At(string pointer, string distance) => $"{pointer}{(sample == 0 ? "" : $" + {sample} * loops->{distance}Pixel")}{lane}";
        }
    }

    private IEnumerable<(int Sample, int Vector, string Sum)> Cells(VectorIsa isa) =>
        from s in Enumerable.Range(0, Samples) from v in Enumerable.Range(0, Blocks * isa.VectorsPerBlock) select (s, v, $"acc_s{s}_v{v}");
}
