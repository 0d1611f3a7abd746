using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>
/// The register tile of every forward and input-gradient product: some pixels times some vectors of output channels, summed over input
/// blocks, window rows and columns (loops) and the unrolled offsets (straight-line code). Layers with equal tiles share one method, whatever happens before
/// the store: once a tile it asks for the runtime's <c>TileEnd</c>.
/// </summary>
/// <param name="Variant">The instruction set that the tile was planned for.</param>
/// <param name="Pixels">Output pixels (or samples) in the tile.</param>
/// <param name="Vectors">Vectors of output channels in the tile.</param>
/// <param name="Padding">Vectors that complete the last block of 16 channels and get zeros.</param>
/// <param name="Offsets">Input floats read in one iteration of the innermost loop, relative to the pixel; one row of 16 weights each.</param>
/// <param name="InputPixel">From the input of a pixel to that of the next; null where the loops say it.</param>
/// <param name="Clip">The window columns that are written out too; null where they are a loop.</param>
internal sealed record ProductTile(
    string Variant, int Pixels, int Vectors, int Padding, EquatableArray<int> Offsets, int? InputPixel, ColumnClip? Clip = null) : Code
{
    public override string Summary => string.Format(
        CultureInfo.InvariantCulture, "Register tile: {0} pixels x {1} vectors of output channels; {2} inputs unrolled{3}.", Pixels, Vectors, Offsets.Count,
        Clip is null ? "" : string.Format(CultureInfo.InvariantCulture, ", and {0} window columns without the products of zeros beside the map", Clip.Pixels.Count));

    protected override string Title => string.Format(
        CultureInfo.InvariantCulture, "Product_P{0}V{1}K{2}{3}_{4}", Pixels, Vectors, Offsets.Count, Clip is null ? "" : $"C{Clip.Pixels.Count}", Variant);

    public override IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled.Where(isa => isa.Name == Variant);

    /// <summary>The call; pointers that the end of the tile does not ask for may be anything.</summary>
    public string Call(string x, string w, string y, string bias, string gain, string other, string tiles = "1") =>
        $"{Name}.Run({x}, {w}, {y}, {bias}, {gain}, {other}, {tiles}, &loops);";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("""
            /// <summary>Sums tiles side by side and stores them.</summary>
            /// <param name="x">The input of the first pixel.</param>
            /// <param name="w">Weights of the first output block, in the order of the sums.</param>
            /// <param name="target">Where the first pixel is stored.</param>
            /// <param name="bias">The channels' biases, if any.</param>
            /// <param name="gain">The channels' gains, if any.</param>
            /// <param name="other">The other tensor that the end of the tile reads, if any.</param>
            /// <param name="tiles">How many tiles.</param>
            /// <param name="loops">The loops around the unrolled part, and the end of the tile.</param>
            """);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("public static void Run(float* x, float* w, float* target, float* bias, float* gain, float* other, nint tiles, ProductLoops* loops)"))
        {
            writer.Line("nint rows = loops->Rows, columns = loops->Columns, rowStep = loops->RowStep, columnStep = loops->ColumnStep;");
            if (Pixels > 1 && InputPixel is null)
            {
                writer.Line(Pixels > 2 ? "nint pixel1 = loops->InputPixel, pixel2 = 2 * pixel1;" : "nint pixel1 = loops->InputPixel;");
            }

            writer.Line("nint outputPixel = loops->OutputPixel, otherPixel = loops->OtherPixel;");
            writer.Line("TileEnd end = loops->End;");
            writer.Line("float* firstTarget = target, firstOther = other;");
            using (writer.Block("for (nint tile = 0; tile < tiles; tile++)"))
            {
                EmitTile(writer, isa);
                writer.Line($"x += {(InputPixel is { } pixel ? $"{Pixels * pixel}" : $"{Times(Pixels)}loops->InputPixel")};");
                writer.Line($"target += {Times(Pixels)}outputPixel;");
                writer.Line($"other += {Times(Pixels)}otherPixel;");
            }

            EmitFinish(writer, isa);
        }
    }

    private void EmitTile(CodeWriter writer, VectorIsa isa)
    {
        int blocks = Blocks(isa);
        string pointers = string.Concat(Enumerable.Range(1, blocks - 1).Select(block => $", w{block} = w + {Times(block)}loops->WeightBlock"));
        writer.Line($"float* input = x, w0 = w{pointers};");
        writer.Line("// Every sum starts at the bias, where there is one and no gain.");
        writer.Line("bool biased = (end & TileEnd.Bias) != 0;");
        writer.Line("V " + string.Join(", ", Enumerable.Range(0, Vectors).Select(v => $"first_v{v} = biased ? Load(bias{ProductKernel.Plus(v * isa.Lanes)}) : V.Zero")) + ";");
        writer.Wrap("V ", Cells().Select(cell => $"acc_p{cell.Pixel}_v{cell.Vector} = first_v{cell.Vector}"), ", ", ";");
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
                    writer.Line(Advance($"{16 * Offsets.Count}"));
                }

                if (Clip is not null)
                {
                    writer.Line(Advance($"{16 * Clip.Inputs * (Clip.Pixels.Count - 1)}"));
                }
            }

            writer.Line(Advance("loops->SkippedWeights"));
        }

        EmitStores(writer, isa);

        string Advance(string weights) => string.Join(" ", Enumerable.Range(0, blocks).Select(block => $"w{block} += {weights};"));
    }

    // Where the distance of pixels is a variable, three of them share a pointer: base, base + index, base + index.
    private string Input(int pixel, int offset, int group)
    {
        if (InputPixel is { } distance)
        {
            return $"{(group == 0 ? "point" : $"group{group}")}[{(pixel * distance) + offset}]";
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

        if (Pixels > 1)
        {
            writer.Line($"V {string.Join(", ", Enumerable.Range(0, Vectors).Select(v => $"w_v{v}"))};");
        }

        int groups = 1;
        foreach ((int group, int first, int count, int offset, int weights) in Products())
        {
            for (; groups <= group; groups++)
            {
                writer.Line($"float* group{groups} = {(groups == 1 ? "point" : $"group{groups - 1}")} + loops->Apart;");
            }

            // A weight that serves one pixel needs no register.
            IEnumerable<string> loads = Enumerable.Range(0, Vectors).Select(v => $"Load({Weights(isa, v)} + {weights + (v % isa.VectorsPerBlock * isa.Lanes)})");
            if (Pixels > 1)
            {
                writer.Line(string.Join(" ", loads.Select((load, v) => $"w_v{v} = {load};")));
                loads = Enumerable.Range(0, Vectors).Select(v => $"w_v{v}");
            }

            writer.Wrap("", Enumerable.Range(first, count).Select(p => $"x0 = Create({Input(p, offset, group)}); " + string.Join(" ", loads.Select((w, v) =>
                $"acc_p{p}_v{v} = {isa.MultiplyAdd("x0", w, $"acc_p{p}_v{v}")};"))), " ", "", "");
        }
    }

    // The pixels, input and weights of each outer product of an iteration. In a group no two pixels read the same input: the JIT would keep its vector for the
    // second one, find no register for it and go by the stack. Groups have pointers that are equal, which the JIT does not know.
    private IEnumerable<(int Group, int First, int Count, int Offset, int Weights)> Products()
    {
        if (Clip is not null)
        {
            return from column in Enumerable.Range(0, Clip.Pixels.Count)
                   where Clip.Pixels[column].Count > 0
                   from k in Enumerable.Range(0, Offsets.Count)
                   select (column, Clip.Pixels[column].First, Clip.Pixels[column].Count, Offsets[k] + (column * Clip.ColumnStep), 16 * ((column * Clip.Inputs) + k));
        }

        var groups = new List<List<int>>();
        return Offsets.Select((offset, k) =>
        {
            int group = groups.FindIndex(others => !others.Exists(other => Meet(other, offset)));
            if (group < 0)
            {
                group = groups.Count;
                groups.Add([]);
            }

            groups[group].Add(offset);
            return (group, 0, Pixels, offset, 16 * k);
        }).ToList();
    }

    // Whether two pixels read the same input at the two offsets.
    private bool Meet(int offset, int other) =>
        InputPixel is { } distance && (offset - other) % distance == 0 && Math.Abs(offset - other) / distance < Pixels;

    private void EmitStores(CodeWriter writer, VectorIsa isa)
    {
        using (writer.Block("if ((end & TileEnd.Gain) != 0)"))
        {
            for (int v = 0; v < Vectors; v++)
            {
                writer.Line($"V gain_v{v} = Load(gain{ProductKernel.Plus(v * isa.Lanes)}), bias_v{v} = Load(bias{ProductKernel.Plus(v * isa.Lanes)});");
                writer.Wrap("", Enumerable.Range(0, Pixels).Select(p => $"acc_p{p}_v{v} = {isa.MultiplyAdd($"acc_p{p}_v{v}", $"gain_v{v}", $"bias_v{v}")};"), " ", "", "");
            }
        }

        using (writer.Block("if ((end & (TileEnd.AddOther | TileEnd.AddStored)) != 0)"))
        {
            writer.Line("bool stored = (end & TileEnd.AddStored) != 0;");
            writer.Line("float* added = stored ? target : other;");
            writer.Line($"nint addedPixel = stored ? outputPixel : otherPixel{(Blocks(isa) == 1 ? "" : ", addedBlock = stored ? loops->OutputBlock : loops->OtherBlock")};");
            writer.Wrap("", Cells().Select(cell => $"acc_p{cell.Pixel}_v{cell.Vector} += Load({At(isa, "added", cell, "addedBlock", "addedPixel")});"), " ", "", "");
        }

        using (writer.Block("if ((end & TileEnd.DeriveRelu) != 0)"))
        {
            writer.Wrap("", Cells().Select(cell => Derived(cell, $"acc_p{cell.Pixel}_v{cell.Vector}")), " ", "", "");
        }

        // The second operand of the native maximum wins where one is NaN: a NaN stays visible.
        writer.Line("V floor = (end & TileEnd.Relu) != 0 ? V.Zero : Create(float.NegativeInfinity);");
        writer.Wrap(
            "", Cells().Select(cell => $"MaxNative(floor, acc_p{cell.Pixel}_v{cell.Vector}).Store({At(isa, "target", cell, "loops->OutputBlock", "outputPixel")});"), " ", "", "");
        if (Padding > 0)
        {
            writer.Line("// Channels that fill up the last block.");
            IEnumerable<(int, int)> cells = from p in Enumerable.Range(0, Pixels) from v in Enumerable.Range(Vectors, Padding) select (p, v);
            writer.Wrap("", cells.Select(cell => $"V.Zero.Store({At(isa, "target", cell, "loops->OutputBlock", "outputPixel")});"), " ", "", "");
        }

        string Derived((int, int) cell, string value) =>
            $"{value} = {isa.Select(isa.GreaterThan($"Load({At(isa, "other", cell, "loops->OtherBlock", "otherPixel")})", "V.Zero"), value, "V.Zero")};";
    }

    private void EmitFinish(CodeWriter writer, VectorIsa isa)
    {
        using (writer.Block("if (loops->Finish != null)"))
        {
            for (int block = 0; block < Blocks(isa); block++)
            {
                string next = block == 0 ? "" : $" + {Times(block)}loops->", floats = $"{Math.Min(VectorIsa.Block, (Vectors * isa.Lanes) - (block * VectorIsa.Block))}";
                writer.Line($"loops->Finish(firstTarget{(block == 0 ? "" : next + "OutputBlock")}, outputPixel, firstOther{(block == 0 ? "" : next + "OtherBlock")}, otherPixel, {Times(Pixels)}tiles, {floats});");
            }
        }
    }

    // Blocks of 16 output channels.
    private int Blocks(VectorIsa isa) => ((Vectors - 1) / isa.VectorsPerBlock) + 1;

    private IEnumerable<(int Pixel, int Vector)> Cells() =>
        from p in Enumerable.Range(0, Pixels) from v in Enumerable.Range(0, Vectors) select (p, v);

    private static string At(VectorIsa isa, string pointer, (int Pixel, int Vector) cell, string blockDistance, string pixelDistance)
    {
        int block = cell.Vector / isa.VectorsPerBlock, lane = cell.Vector % isa.VectorsPerBlock * isa.Lanes;
        return pointer + (block == 0 ? "" : $" + {Times(block)}{blockDistance}") + (cell.Pixel == 0 ? "" : $" + {Times(cell.Pixel)}{pixelDistance}") + ProductKernel.Plus(lane);
    }

    private static string Weights(VectorIsa isa, int vector) => $"w{vector / isa.VectorsPerBlock}";

    private static string Times(int factor) => factor == 1 ? "" : $"{factor} * ";
}
