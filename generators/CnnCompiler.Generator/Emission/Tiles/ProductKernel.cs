using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>
/// The driver of a convolution-like product: it walks samples, pairs of output blocks and rows, and calls register tiles along each row.
/// The forward convolution is one grid of rows; an input gradient has one grid for each phase of the stride.
/// </summary>
/// <param name="Layer">The readable part of the name: layer, pass and geometry.</param>
/// <param name="About">What it computes.</param>
/// <param name="Grids">The grids; together they cover the output.</param>
/// <param name="Channels">Output channels.</param>
/// <param name="InputBlocks">Input blocks that one output sums over.</param>
/// <param name="InputBlock">From an input block to the next.</param>
/// <param name="BlocksPerGroup">Output blocks that read the same input blocks.</param>
/// <param name="InputGroup">From the input of a group to that of the next.</param>
/// <param name="InputSample">From an input sample to the next.</param>
/// <param name="OutputBlock">From an output block to the next.</param>
/// <param name="OutputSample">From an output sample to the next.</param>
/// <param name="DerivativeBlock">As <paramref name="OutputBlock"/>, in the tensor whose activation's derivative is applied.</param>
/// <param name="DerivativeSample">As <paramref name="OutputSample"/>, in that tensor.</param>
/// <param name="Chunks">Parts that the rows of a grid are cut into, so that one sample keeps several threads busy.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="Names">The argument fields: input, weights, output.</param>
internal sealed record ProductKernel(
    string Layer, string About, EquatableArray<ProductRows> Grids, int Channels, int InputBlocks, int InputBlock, int BlocksPerGroup, int InputGroup,
    int InputSample, int OutputBlock, int OutputSample, int DerivativeBlock, int DerivativeSample, int Chunks,
    Epilogue Epilogue, (string Input, string Weights, string Output) Names) : Kernel
{
    /// <summary>The pool that is stored in place of the rows; null: the rows are.</summary>
    public PooledRows? Pool { get; init; }

    // Floats: half of a second-level cache.
    private const long CachedWeights = 1 << 17;

    public override string Summary => Pool is null ? About : $"{About} Pooled row by row: {Pool.Row.Pool.Summary}";

    public override string Tasks => $"{TasksPerSample} * p.Count";

    public override long Workspace => Pool is null ? 0 : Groups.BlocksPerTask * Pool.BlockFloats;

    protected override string Title => Pool is null ? Layer : $"{Layer}_{Pool.Row.Pool.Title}_{Pool.Row.Pool.Geometry}";

    private OutputGroups Groups => new(Channels, BlocksPerGroup);

    // All output channels of some rows one after the other, where the weights of all stay in the second-level cache: then inputs are read once.
    // Parts of a pooled map follow each other, so that rows that windows of two parts share are there.
    private bool ChunksFirst => Pool is null && (long)Grids.Sum(grid => grid.WeightBlock) * Groups.Blocks <= CachedWeights;

    private int TasksPerSample => Groups.Count * Chunks;

    // What a row of a grid's numbers says, where there are several grids: a driver with one names them as its sizes.
    private (string Name, Func<ProductRows, int> Value)[] Numbers => ClipsRows ? [.. Always, .. WhereClipped] : Always;

    private static readonly (string Name, Func<ProductRows, int> Value)[] Always =
    [
        ("firstInput", g => g.Input), ("firstOutput", g => g.Output), ("firstOther", g => g.Derivative), ("rows", g => g.Rows), ("rowStep", g => g.RowStep),
        ("columns", g => g.Columns), ("columnStep", g => g.ColumnStep), ("firstWeight", g => g.Weights), ("weightBlock", g => g.WeightBlock), ("height", g => g.Height),
    ];

    private static readonly (string Name, Func<ProductRows, int> Value)[] WhereClipped =
        [("firstInputRow", g => g.RowSpan.First), ("windowRowStep", g => g.RowSpan.Step)];

    public override bool UsesVectors => Pool is not null;

    public override IEnumerable<Code> Uses(VectorIsa isa) => (
        from run in Groups.Runs(isa)
        from grid in Grids
        from part in TilePlan.Split(isa, grid.Width, run.Vectors, grid.Offsets.Count)
        select Tile(isa, grid, run, part)).Concat(Epilogue.SweepUses()).Concat(Pool?.Row.Epilogue.Uses() ?? []);

    private bool ClipsRows => Grids.Any(grid => grid.ClipsRows);

    private bool IsForward => Names.Output == "Y";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        ProductRows first = Grids[0];
        writer.Line($"ProductLoops loops = new() {{ Blocks = {sizes["inputBlocks", InputBlocks]}, BlockStep = {sizes["inputBlock", InputBlock]}, "
            + $"InputPixel = {sizes["inputPixel", first.InputPixel]}, OutputBlock = {sizes["outputBlock", OutputBlock]}, OutputPixel = {sizes["outputPixel", first.OutputPixel]}, "
            + $"OtherBlock = {sizes["otherBlock", DerivativeBlock]}, OtherPixel = {sizes["outputPixel", first.OutputPixel]} }};");
        Epilogue.EmitEnd(writer, isa, sizes, "loops");
        if (Grids.Count == 1)
        {
            writer.Line(Loops(name => sizes[name, Numbers.First(n => n.Name == name).Value(first)]));
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            EmitTask(writer, sizes);
            Groups.EmitRuns(writer, isa, sizes, run => EmitGrids(writer, isa, sizes, run));
        }
    }

    private static string Loops(Func<string, string> of) =>
        $"(loops.Rows, loops.RowStep, loops.Columns, loops.ColumnStep, loops.WeightBlock) = ({of("rows")}, {of("rowStep")}, {of("columns")}, {of("columnStep")}, {of("weightBlock")});";

    // What the task's number says: sample, group of output channels, part of the rows; and where their memory is.
    private void EmitTask(CodeWriter writer, Sizes sizes)
    {
        string chunks = sizes["chunks", Chunks], groups = sizes["groups", Groups.Count], perGroup = sizes["blocksPerGroup", BlocksPerGroup];
        (string chunk, string group) = ChunksFirst ? ($"task / {groups} % {chunks}", $"task % {groups}") : ($"task % {chunks}", $"task / {chunks} % {groups}");
        writer.Line($"int sample = task / ({groups} * {chunks}), group = {group}, block = group * {Groups.BlocksPerTask}, chunk = {chunk}; // a part of the rows");
        writer.Line($"float* input = a->{Names.Input} + (nint)sample * {sizes["inputSample", InputSample]} + block / {perGroup} * {sizes["inputGroup", InputGroup]};");
        writer.Line($"float* output = a->{Names.Output} + (nint)sample * {sizes["outputSample", OutputSample]};");
        writer.Line($"float* other = a->X2 + (nint)sample * {sizes["otherSample", DerivativeSample]};");
    }

    // Grids whose rows are cut into the same tiles share their code.
    private void EmitGrids(CodeWriter writer, VectorIsa isa, Sizes sizes, OutputRun run)
    {
        if (Grids.Count == 1)
        {
            EmitGrid(writer, isa, sizes, Grids[0], run, name => sizes[name, Numbers.First(n => n.Name == name).Value(Grids[0])]);
            return;
        }

        foreach (IGrouping<(int Width, EquatableArray<int> Offsets), ProductRows> same in Grids.GroupBy(g => (g.Width, g.Offsets)))
        {
            using (writer.Block(""))
            {
                writer.Line($"// Phases of the stride: {string.Join(", ", Numbers.Select(n => n.Name))}.");
                writer.Line("ReadOnlySpan<int> phases =\n[");
                foreach (ProductRows grid in same)
                {
                    writer.Line($"    {string.Join(", ", Numbers.Select(n => n.Value(grid)))},");
                }

                writer.Line("];");
                using (writer.Block($"for (int phase = 0; phase < phases.Length; phase += {Numbers.Length})"))
                {
                    writer.Line(Loops(Of));
                    EmitGrid(writer, isa, sizes, same.First(), run, Of);
                }
            }
        }

        string Of(string name)
        {
            int index = Array.FindIndex(Numbers, n => n.Name == name);
            return index == 0 ? "phases[phase]" : $"phases[phase + {index}]";
        }
    }

    private void EmitGrid(CodeWriter writer, VectorIsa isa, Sizes sizes, ProductRows grid, OutputRun run, Func<string, string> of)
    {
        string chunks = sizes["chunks", Chunks];
        writer.Line($"float* weights = a->{Names.Weights} + {of("firstWeight")} + (nint)b * {of("weightBlock")};");
        if (Groups.Runs(isa).Any(other => Clip(isa, grid, other) is not null))
        {
            writer.Line(Clip(isa, grid, run) is { } clip
                ? $"(loops.Columns, loops.ColumnStep) = ({clip.Inputs / clip.Unroll(run.Vectors)}, {clip.Unroll(run.Vectors)}); // Window columns are written out: a loop over inputs."
                : $"(loops.Columns, loops.ColumnStep) = ({of("columns")}, {of("columnStep")});");
        }

        if (Pool is not null)
        {
            Pool.Emit(writer, isa, sizes, run, chunks, (row, line) => EmitRow(writer, isa, sizes, grid, run, of, row, line));
            return;
        }

        using (writer.Block($"for (int row = {of("height")} * chunk / {chunks}; row < {of("height")} * (chunk + 1) / {chunks}; row++)"))
        {
            EmitRow(
                writer, isa, sizes, grid, run, of, "row",
                $"output + (nint)b * {sizes["outputBlock", OutputBlock]} + row * {sizes["outputRow", grid.OutputRow]} + {of("firstOutput")}");
        }
    }

    // Computes an output row, whose number is in a variable, to where a pointer says.
    private void EmitRow(CodeWriter writer, VectorIsa isa, Sizes sizes, ProductRows grid, OutputRun run, Func<string, string> of, string row, string target)
    {
        string pixel = sizes["outputPixel", grid.OutputPixel], w = "weights", x = "x", y = "y", z = "z";
        string bias = IsForward ? "a->Bias + b * 16" : "null", gain = IsForward ? "a->Gain + b * 16" : "null";
        writer.Line($"float* x = input + {row} * {sizes["inputRow", grid.InputRow]} + {of("firstInput")};");
        if (ClipsRows)
        {
            string rows = of("rows"), rowWeights = $"({of("columns")} * {grid.Offsets.Count * 16})";
            writer.Line($"int seen = WindowRows.Clip({of("firstInputRow")} + {row} * {sizes["windowRowStride", grid.RowSpan.Stride]}, {of("windowRowStep")}, {rows}, {sizes["inputRows", grid.RowSpan.Inputs]}, out int skipped); // Rows of zeros are left out.");
            writer.Line($"(loops.Rows, loops.SkippedWeights) = (seen, ({rows} - seen) * {rowWeights});");
            writer.Line($"x += skipped * {of("rowStep")};");
            w = $"weights + skipped * {rowWeights}";
        }

        writer.Line($"float* y = {target};");
        writer.Line($"float* z = other + (nint)b * {sizes["otherBlock", DerivativeBlock]} + {row} * {sizes["otherRow", grid.DerivativeRow]} + {of("firstOther")};");

        foreach ((int pixels, int count) in TilePlan.Split(isa, grid.Width, run.Vectors, grid.Offsets.Count))
        {
            string tiles = sizes[$"{(Grids.Count == 1 ? "" : $"of{grid.Width}x{grid.Offsets.Count}")}tiles{pixels}x{run.Vectors}{isa.Name}", count];
            writer.Line(Tile(isa, grid, run, (pixels, count)).Call(x, w, y, bias, gain, z, tiles));
            x += $" + {tiles} * {pixels * grid.InputPixel}";
            y += $" + {tiles} * {pixels} * {pixel}";
            z += $" + {tiles} * {pixels} * {pixel}";
        }
    }

    private ProductTile Tile(VectorIsa isa, ProductRows grid, OutputRun run, (int Pixels, int Count) part)
    {
        ColumnClip? clip = Clip(isa, grid, run);
        EquatableArray<int> offsets = clip is null ? grid.Offsets : new(grid.Offsets.Take(clip.Unroll(run.Vectors)));
        return new(isa.Name, part.Pixels, run.Vectors, run.Padding, offsets, part.Pixels == 1 ? null : grid.InputPixel, clip);
    }

    // Only where a row is one tile: then each pixel's place is known.
    private ColumnClip? Clip(VectorIsa isa, ProductRows grid, OutputRun run) =>
        Grids.Count == 1 && grid.Width > 1 && TilePlan.Split(isa, grid.Width, run.Vectors, grid.Offsets.Count)[0].Pixels == grid.Width ? ColumnClip.Of(grid, run.Vectors) : null;

    internal static string Plus(int offset) => offset == 0 ? "" : offset < 0 ? $" - {-(long)offset}" : $" + {offset}";
}
