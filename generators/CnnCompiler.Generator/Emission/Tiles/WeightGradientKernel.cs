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
    // Floats of a strip: half of a first-level cache of 32 KiB, shared by inputs and gradients.
    private const int StripFloats = 6144;

    public override string Summary => "Gradient of the weights" + (Bias ? " and the bias" : "") + ": outer products of inputs and output gradients, summed over pixels.";

    public override string Tasks => $"{Parts * Groups.Count * InputBlocks}";

    protected override string Title => Layer;

    private OutputGroups Groups => new(Output.Channels, BlocksPerGroup);

    private int InputBlockWeights => Rows * Columns * Offsets.Count * 16;

    private int StripLines => Math.Max(1, Math.Min(Output.Height, StripFloats / Math.Max(1, (Output.Width * 16) + InputRow)));

    public override IEnumerable<Code> Uses(VectorIsa isa)
    {
        IEnumerable<Code> tiles = from run in Groups.Runs(isa) from part in Split(isa, run.Vectors) select Tile(isa, run, part);
        return Bias ? tiles.Append(new SumTile(16)) : tiles;
    }

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            EmitTask(writer);
            using (writer.Block(Parts == 1
                ? "for (int sample = 0; sample < a->Count; sample++)"
                : $"for (int sample = (int)((long)a->Count * part / {Parts}); sample < (int)((long)a->Count * (part + 1) / {Parts}); sample++)"))
            {
                writer.Line($"float* input = a->X + (nint)sample * {InputSample}{Of("source", InputBlocks, InputBlock)}{(InputGroup == 0 ? "" : $" + block / {BlocksPerGroup} * {InputGroup}")}{ProductKernel.Plus(Input)};");
                writer.Line($"float* output = a->DY + (nint)sample * {Output.Sample}{Of("block", Groups.Count, Output.Plane)};");
                writer.Line(StripLines == Output.Height ? "// All lines of a sample fit the first-level cache." : $"// Strips of {StripLines} lines stay in the first-level cache while all window positions pass over them.");
                using (writer.Block($"for (int row = 0; row < {Output.Height}; row += {StripLines})"))
                {
                    writer.Line(Output.Height % StripLines == 0 ? $"const int lines = {StripLines};" : $"int lines = Math.Min({StripLines}, {Output.Height} - row);");
                    writer.Line($"float* x = input + row * {InputRow};");
                    writer.Line($"float* dy = output + row * {Output.Row};");
                    Groups.Emit(writer, isa, runs => EmitStrip(writer, isa, runs));
                }
            }
        }
    }

    // What the task's number says, and zeros where the sums go.
    private void EmitTask(CodeWriter writer)
    {
        int groups = Groups.Count;
        if (Parts > 1)
        {
            writer.Line($"int part = {(groups * InputBlocks == 1 ? "task" : $"task / {groups * InputBlocks}")}; // {Parts} parts of the batch");
        }

        if (groups > 1)
        {
            writer.Line($"int group = {(InputBlocks == 1 ? "task" : $"task / {InputBlocks}")} % {groups}, block = group * {Groups.BlocksPerTask}; // {groups} groups of output channels");
        }

        if (InputBlocks > 1)
        {
            writer.Line($"int source = task % {InputBlocks}; // {InputBlocks} input blocks");
        }

        writer.Line(groups == 1 ? $"const int blocks = {Groups.Blocks};" : $"int blocks = Math.Min({Groups.BlocksPerTask}, {Groups.Blocks} - block);");
        writer.Line($"float* dw = a->DW{Of("part", Parts, Groups.Blocks * WeightBlock)}{Of("block", groups, WeightBlock)}{Of("source", InputBlocks, InputBlockWeights)};");
        using (writer.Block("for (int i = 0; i < blocks; i++)"))
        {
            writer.Line($"new Span<float>(dw + (nint)i * {WeightBlock}, {InputBlockWeights}).Clear();");
        }

        writer.Line();
        if (Bias)
        {
            writer.Line($"float* db = a->DBias{Of("part", Parts, Groups.Blocks * 16)}{Of("block", groups, 16)};");
            OfFirstSource(writer, () => writer.Line("new Span<float>(db, blocks * 16).Clear();"));
        }
    }

    // The bias does not depend on the input: the tasks of the first input block compute it.
    private void OfFirstSource(CodeWriter writer, System.Action emit)
    {
        if (InputBlocks == 1)
        {
            emit();
            return;
        }

        using (writer.Block("if (source == 0)"))
        {
            emit();
        }

        writer.Line();
    }

    private static string Of(string index, int count, int step) => count == 1 ? "" : $" + (nint){index} * {step}";

    private void EmitStrip(CodeWriter writer, VectorIsa isa, IReadOnlyList<OutputRun> runs)
    {
        using (writer.Block($"for (int y = 0; y < {Rows}; y++)"))
        using (writer.Block($"for (int z = 0; z < {Columns}; z++)"))
        {
            writer.Line($"float* point = x + y * {RowStep} + z * {ColumnStep};");
            writer.Line($"float* weights = dw + (y * {Columns} + z) * {Offsets.Count * 16};");
            foreach (OutputRun run in runs)
            {
                foreach ((int first, int count) in Split(isa, run.Vectors))
                {
                    writer.Line($"{Tile(isa, run, (first, count)).Name}.Run(point{ProductKernel.Plus(Offsets[first])}, dy{ProductKernel.Plus(run.Block * Output.Plane)}, "
                        + $"weights{ProductKernel.Plus((first * 16) + (run.Block * WeightBlock))}, {Output.Width}, lines, {InputRow}, {Output.Row}, {Output.Plane}, {WeightBlock});");
                }
            }
        }

        if (Bias)
        {
            OfFirstSource(writer, () =>
            {
                using (writer.Block("for (int i = 0; i < blocks; i++)"))
                {
                    writer.Line($"{new SumTile(16).Name}.{isa.Name}(dy + i * {Output.Plane}, db + i * 16, {Output.Width}, lines, {Output.Row});");
                }
            });
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
        isa.Name, new EquatableArray<int>(Enumerable.Range(part.First, part.Count).Select(k => Offsets[k] - Offsets[part.First])), run.Vectors, InputPixel, 16);
}
