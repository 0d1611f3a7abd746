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
    public override string Summary => About;

    public override string Tasks => $"{TasksPerSample} * p.Count";

    protected override string Title => Layer;

    private OutputGroups Groups => new(Channels, BlocksPerGroup);

    private int TasksPerSample => Groups.Count * Chunks;

    public override IEnumerable<Code> Uses(VectorIsa isa) =>
        from run in Groups.Runs(isa)
        from grid in Grids
        from part in TilePlan.Split(isa, grid.Width, run.Vectors, grid.Offsets.Count)
        select Tile(isa, grid, run, part.Pixels);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("ProductLoops loops = default;");
        writer.Line($"loops.Blocks = {InputBlocks};");
        writer.Line($"loops.BlockStep = {InputBlock};");
        writer.Line($"loops.OutputBlock = {OutputBlock};");
        writer.Line($"loops.DerivativeBlock = {DerivativeBlock};");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            EmitTask(writer);
            Groups.Emit(writer, isa, runs => EmitGrids(writer, isa, runs));
        }
    }

    // What the task's number says: sample, group of output channels, part of the rows; and where their memory is.
    private void EmitTask(CodeWriter writer)
    {
        int groups = Groups.Count;
        writer.Line(TasksPerSample == 1 ? "int sample = task;" : $"int sample = task / {TasksPerSample};");
        if (Chunks > 1)
        {
            writer.Line($"int chunk = task % {Chunks}; // {Chunks} parts of the rows");
        }

        if (groups > 1)
        {
            writer.Line($"int group = {(Chunks == 1 ? "task" : $"task / {Chunks}")} % {groups}, block = group * {Groups.BlocksPerTask}; // {groups} groups of output channels");
        }

        writer.Line($"float* input = a->{Names.Input} + (nint)sample * {InputSample}{(InputGroup == 0 ? "" : $" + block / {BlocksPerGroup} * {InputGroup}")};");
        writer.Line($"float* output = a->{Names.Output} + (nint)sample * {OutputSample}{OfBlock(OutputBlock)};");
        writer.Line("float* weights;");
        if (Epilogue.Bias || Epilogue.Gain)
        {
            writer.Line($"float* bias = a->Bias{OfBlock(16)};");
        }

        if (Epilogue.Gain)
        {
            writer.Line($"float* gain = a->Gain{OfBlock(16)};");
        }

        if (Epilogue.ReadsOther)
        {
            writer.Line($"float* activation = a->X2 + (nint)sample * {DerivativeSample}{OfBlock(DerivativeBlock)};");
        }
    }

    private string OfBlock(int step) => Groups.Count == 1 ? "" : $" + (nint)block * {step}";

    private void EmitGrids(CodeWriter writer, VectorIsa isa, IReadOnlyList<OutputRun> runs)
    {
        foreach (ProductRows grid in Grids)
        {
            writer.Line($"loops.Rows = {grid.Rows};");
            writer.Line($"loops.RowStep = {grid.RowStep};");
            writer.Line($"loops.Columns = {grid.Columns};");
            writer.Line($"loops.ColumnStep = {grid.ColumnStep};");
            writer.Line($"loops.WeightBlock = {grid.WeightBlock};");
            foreach (OutputRun run in runs)
            {
                EmitRows(writer, isa, grid, run);
            }
        }
    }

    private void EmitRows(CodeWriter writer, VectorIsa isa, ProductRows grid, OutputRun run)
    {
        writer.Line($"weights = a->{Names.Weights}{OfBlock(grid.WeightBlock)}{Plus(grid.Weights + (run.Block * grid.WeightBlock))};");
        string range = Chunks == 1
            ? $"int row = 0; row < {grid.Height}; row++"
            : $"int row = {grid.Height} * chunk / {Chunks}; row < {grid.Height} * (chunk + 1) / {Chunks}; row++";
        using (writer.Block($"for ({range})"))
        {
            writer.Line($"float* x = input + row * {grid.InputRow}{Plus(grid.Input)};");
            writer.Line($"float* y = output + row * {grid.OutputRow}{Plus(grid.Output + (run.Block * OutputBlock))};");
            if (Epilogue.ReadsOther)
            {
                writer.Line($"float* z = activation + row * {grid.DerivativeRow}{Plus(grid.Derivative + (run.Block * DerivativeBlock))};");
            }

            foreach ((int pixels, int count) in TilePlan.Split(isa, grid.Width, run.Vectors, grid.Offsets.Count))
            {
                string call = Tile(isa, grid, run, pixels).Call(
                    "x", "weights", "y", "bias" + Plus(16 * run.Block), "gain" + Plus(16 * run.Block), "z");
                string steps = $"x += {pixels * grid.InputPixel}; y += {pixels * grid.OutputPixel};"
                    + (!Epilogue.ReadsOther ? "" : $" z += {pixels * grid.OutputPixel};");
                if (count == 1)
                {
                    writer.Line(call);
                    writer.Line(steps);
                    continue;
                }

                using (writer.Block($"for (int tile = 0; tile < {count}; tile++) // {count} tiles of {pixels} pixels"))
                {
                    writer.Line(call);
                    writer.Line(steps);
                }
            }
        }
    }

    private ProductTile Tile(VectorIsa isa, ProductRows grid, OutputRun run, int pixels) =>
        new(isa.Name, pixels, run.Vectors, run.Padding, grid.Offsets, grid.InputPixel, grid.OutputPixel, grid.OutputPixel, Epilogue);

    internal static string Plus(int offset) => offset == 0 ? "" : offset < 0 ? $" - {-(long)offset}" : $" + {offset}";
}
