using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>
/// The gradient of convolution weights (and of the bias): for each input block and group of output blocks, outer products over all pixels.
/// Lines of pixels are taken in strips that stay in the first-level cache while all window positions pass over them. Where there are too few
/// blocks to keep threads busy, the batch is cut into a fixed number of parts, which another kernel adds in order: the bits do not depend on threads.
/// </summary>
/// <param name="Layer">The readable part of the name.</param>
/// <param name="Output">The output gradient.</param>
/// <param name="Input">Where the window of pixel (0, 0) starts, relative to the input's interior.</param>
/// <param name="InputRow">From the input of an output row to that of the next.</param>
/// <param name="InputPixel">From the input of an output pixel to that of the next.</param>
/// <param name="InputSample">From an input sample to the next.</param>
/// <param name="InputBlocks">Input blocks (or planes) that one output reads.</param>
/// <param name="InputBlock">From an input block to the next.</param>
/// <param name="BlocksPerGroup">Output blocks that read the same input blocks.</param>
/// <param name="InputGroup">From the input of a group to that of the next.</param>
/// <param name="Rows">Window rows.</param>
/// <param name="RowStep">From a window row to the next.</param>
/// <param name="Columns">Window columns that are looped over.</param>
/// <param name="ColumnStep">From a window column to the next.</param>
/// <param name="Offsets">Inputs of one window position.</param>
/// <param name="WeightBlock">Floats of the weights of one output block.</param>
/// <param name="Parts">Parts of the batch; 1 writes the gradient itself.</param>
/// <param name="Bias">Whether there is a bias gradient too.</param>
internal sealed record WeightGradientKernel(
    string Layer, View Output, int Input, int InputRow, int InputPixel, int InputSample, int InputBlocks, int InputBlock, int BlocksPerGroup, int InputGroup,
    int Rows, int RowStep, int Columns, int ColumnStep, EquatableArray<int> Offsets, int WeightBlock, int Parts, bool Bias) : Kernel
{
    /// <summary>The map's rows that window rows read; without, all are read.</summary>
    public WindowSpan RowSpan { get; init; }

    /// <summary>The map's columns that window columns read; without, all are read.</summary>
    public WindowSpan ColumnSpan { get; init; }

    // Floats of a strip: half of a first-level cache of 32 KiB, shared by inputs and gradients.
    private const int StripFloats = 6144;

    public override string Summary => "Gradient of the weights" + (Bias ? " and the bias" : "") + ": outer products of inputs and output gradients, summed over pixels.";

    public override string Tasks => $"{Parts * Groups.Count * InputBlocks}";

    protected override string Title => Layer;

    private OutputGroups Groups => new(Output.Channels, BlocksPerGroup);

    private bool Clips => RowSpan.Inputs > 0 && ColumnSpan.Inputs > 0 && (RowSpan.Clips(Output.Height, Rows) || ColumnSpan.Clips(Output.Width, Columns));

    private int StripLines => Math.Max(1, Math.Min(Output.Height, StripFloats / Math.Max(1, (Output.Width * 16) + InputRow)));

    public override IEnumerable<Code> Uses(VectorIsa isa)
    {
        IEnumerable<Code> tiles = from run in Groups.Runs(isa) from part in Split(isa, run.Vectors) select Tile(isa, run, part);
        return Bias ? tiles.Append(SumTile.Instance) : tiles;
    }

    public override bool UsesVectors => false;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView dy = sizes.Of("dy", Output);
        string parts = sizes["parts", Parts], groups = sizes["groups", Groups.Count], sources = sizes["sources", InputBlocks], rows = sizes["height", Output.Height];
        string blocks = sizes["blocks", Groups.Blocks], weightBlock = sizes["weightBlock", WeightBlock], taps = sizes["taps", Rows * Columns];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line("// A part of the batch, a group of output channels, an input block.");
            writer.Line($"int part = task / ({groups} * {sources}), group = task / {sources} % {groups}, source = task % {sources};");
            writer.Line($"int block = group * {Groups.BlocksPerTask}, last = Math.Min(block + {Groups.BlocksPerTask}, {blocks});");
            writer.Line($"float* dw = a->DW + (nint)part * {blocks} * {weightBlock} + (nint)source * {taps} * {Offsets.Count * 16};");
            using (writer.Block("for (int b = block; b < last; b++)"))
            {
                writer.Line($"new Span<float>(dw + (nint)b * {weightBlock}, {taps} * {Offsets.Count * 16}).Clear();");
            }

            writer.Line();
            if (Bias)
            {
                writer.Line("// The bias does not depend on the input: the tasks of the first input block compute it.");
                writer.Line($"float* db = a->DBias + part * {blocks} * 16;");
                using (writer.Block("if (source == 0)"))
                {
                    writer.Line("new Span<float>(db + block * 16, (last - block) * 16).Clear();");
                }

                writer.Line();
            }

            writer.Line($"int end{(Parts == 1 ? "Sample = a->Count" : $"Sample = (int)((long)a->Count * (part + 1) / {parts})")};");
            using (writer.Block($"for (int sample = {(Parts == 1 ? "0" : $"(int)((long)a->Count * part / {parts})")}; sample < endSample; sample++)"))
            {
                writer.Line($"float* input = a->X + (nint)sample * {sizes["xSample", InputSample]} + (nint)source * {sizes["xBlock", InputBlock]} + block / {sizes["blocksPerGroup", BlocksPerGroup]} * {sizes["xGroup", InputGroup]} + {sizes["xFirst", Input]};");
                writer.Line("// Strips of lines stay in the first-level cache while all window positions pass over them.");
                using (writer.Block($"for (int row = 0; row < {rows}; row += {sizes["strip", StripLines]})"))
                {
                    writer.Line($"int lines = Math.Min({sizes["strip", StripLines]}, {rows} - row);");
                    writer.Line($"float* x = input + row * {sizes["xRow", InputRow]}, dy = a->DY + (nint)sample * {dy.Sample} + row * {dy.Row};");
                    EmitStrip(writer, isa, sizes);
                }
            }
        }
    }

    private void EmitStrip(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView dy = sizes.Of("dy", Output);
        string weightBlock = sizes["weightBlock", WeightBlock], columns = sizes["columns", Columns], width = sizes["width", Output.Width];
        using (writer.Block($"for (int tap = 0; tap < {sizes["taps", Rows * Columns]}; tap++)"))
        {
            writer.Line($"float* point = x + tap / {columns} * {sizes["rowStep", RowStep]} + tap % {columns} * {sizes["columnStep", ColumnStep]}, seen = dy;");
            string pixels = width, lines = "lines";
            if (Clips)
            {
                writer.Line("// Pixels whose window reads zeros beside the map here add nothing.");
                writer.Line($"int seenLines = WindowRows.Clip({sizes["firstInputRow", RowSpan.First]} + row * {sizes["rowStride", RowSpan.Stride]} + tap / {columns} * {sizes["windowRowStep", RowSpan.Step]}, {sizes["rowStride", RowSpan.Stride]}, lines, {sizes["inputRows", RowSpan.Inputs]}, out int skippedLines);");
                writer.Line($"int seenPixels = WindowRows.Clip({sizes["firstInputColumn", ColumnSpan.First]} + tap % {columns} * {sizes["windowColumnStep", ColumnSpan.Step]}, {sizes["columnStride", ColumnSpan.Stride]}, {width}, {sizes["inputColumns", ColumnSpan.Inputs]}, out int skippedPixels);");
                using (writer.Block("if (seenLines == 0 || seenPixels == 0)"))
                {
                    writer.Line("continue;");
                }

                writer.Line();
                writer.Line($"point += skippedLines * {sizes["xRow", InputRow]} + skippedPixels * {sizes["xPixel", InputPixel]};");
                writer.Line($"seen += skippedLines * {dy.Row} + skippedPixels * 16;");
                (pixels, lines) = ("seenPixels", "seenLines");
            }

            Groups.EmitRuns(writer, isa, sizes, run =>
            {
                writer.Line($"float* weights = dw + (nint)b * {weightBlock} + tap * {Offsets.Count * 16}, gradient = seen + (nint)b * {dy.Plane};");
                foreach ((int first, int count) in Split(isa, run.Vectors))
                {
                    writer.Line($"{Tile(isa, run, (first, count)).Name}.Run(point{ProductKernel.Plus(Offsets[first])}, gradient, weights{ProductKernel.Plus(first * 16)}, "
                        + $"{pixels}, {lines}, {sizes["xPixel", InputPixel]}, 16, {sizes["xRow", InputRow]}, {dy.Row}, {dy.Plane}, {weightBlock});");
                }
            });
        }

        if (Bias)
        {
            using (writer.Block("for (int b = block; source == 0 && b < last; b++)"))
            {
                writer.Line(SumTile.Instance.Call(isa, $"dy + (nint)b * {dy.Plane}", "db + b * 16", width, "16", "lines", dy.Row));
            }
        }
    }

    // Inputs of a window position, cut so that a tile's sums fit the registers.
    private IReadOnlyList<(int First, int Count)> Split(VectorIsa isa, int vectors)
    {
        var parts = new List<(int, int)>();
        int first = 0;
        foreach ((int size, int count) in TilePlan.Split(isa, Offsets.Count, vectors, 2))
        {
            for (int i = 0; i < count; i++, first += size)
            {
                parts.Add((first, size));
            }
        }

        return parts;
    }

    private OuterTile Tile(VectorIsa isa, OutputRun run, (int First, int Count) part) => new(
        isa.Name, new EquatableArray<int>(Enumerable.Range(part.First, part.Count).Select(k => Offsets[k] - Offsets[part.First])), run.Vectors);
}
