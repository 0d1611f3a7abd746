using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dense;

/// <summary>Dense layer: register tiles of samples times output channels; a single sample takes more channels at once, to hide latency.</summary>
/// <param name="Units">Output features.</param>
/// <param name="X">The input.</param>
/// <param name="Channels">Inputs that lie together.</param>
/// <param name="WeightBlock">Floats of the weights of one output block.</param>
/// <param name="OutputSample">From an output sample to the next.</param>
/// <param name="AddendSample">From a sample of what is added to the next.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record DenseForwardKernel(int Units, View X, int Channels, int WeightBlock, int OutputSample, int AddendSample, Epilogue Epilogue) : Kernel
{
    // Output blocks and samples of a task: four blocks fill the widest tile of one sample.
    private const int BlocksPerTask = 4, SamplesPerTask = 48;

    public override string Summary => $"Dense layer: {X.Sizes()} to {Units}.";

    public override string Tasks => $"{TaskGroups} * ((p.Count + {SamplesPerTask - 1}) / {SamplesPerTask})";

    protected override string Title => $"Dense_Forward_{X.Sizes()}_{Units}";

    private int Blocks => (Units + 15) / 16;

    private int TaskGroups => (Blocks + BlocksPerTask - 1) / BlocksPerTask;

    public override IEnumerable<Code> Uses(VectorIsa isa) =>
        from first in new[] { 0, (TaskGroups - 1) * BlocksPerTask }
        from size in SampleTiles.Sizes(isa, isa.VectorsPerBlock == 1 ? 2 : isa.VectorsPerBlock, Channels)
        from run in Runs(isa, first, size)
        select Tile(isa, run, size);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        writer.Line("ProductLoops loops = default;");
        writer.Line($"loops.WeightBlock = {WeightBlock};");
        writer.Line("loops.OutputBlock = 16;");
        if (Epilogue.Addend)
        {
            writer.Line("loops.DerivativeBlock = 16;");
        }

        if (!IsContiguous)
        {
            writer.Line($"loops.Blocks = {X.Planes};");
            writer.Line($"loops.BlockStep = {X.Plane};");
            writer.Line($"loops.Rows = {X.Height};");
            writer.Line($"loops.RowStep = {X.Row};");
            writer.Line($"loops.Columns = {X.Width};");
            writer.Line("loops.ColumnStep = 16;");
        }
        else
        {
            // The inputs follow each other: one loop.
            writer.Line("loops.Blocks = 1;");
            writer.Line("loops.Rows = 1;");
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int group = task % {TaskGroups}, sample = task / {TaskGroups} * {SamplesPerTask}, last = Math.Min(sample + {SamplesPerTask}, a->Count);");
            writer.Line($"float* weights = a->W + (nint)group * {BlocksPerTask * WeightBlock};");
            if (Epilogue.Bias || Epilogue.Gain)
            {
                writer.Line($"float* bias = a->Bias + group * {BlocksPerTask * 16};");
            }

            if (Epilogue.Gain)
            {
                writer.Line($"float* gain = a->Gain + group * {BlocksPerTask * 16};");
            }

            int lastFirst = (TaskGroups - 1) * BlocksPerTask;
            if (TaskGroups > 1 && Units - (16 * lastFirst) < 16 * BlocksPerTask)
            {
                using (writer.Block($"if (group < {TaskGroups - 1})"))
                {
                    EmitTiles(writer, isa, 0);
                    writer.Line("continue;");
                }
            }

            EmitTiles(writer, isa, lastFirst);
        }
    }

    private void EmitTiles(CodeWriter writer, VectorIsa isa, int firstBlock)
    {
        IReadOnlyList<int> sizes = SampleTiles.Sizes(isa, isa.VectorsPerBlock == 1 ? 2 : isa.VectorsPerBlock, Channels);
        SampleTiles.Emit(writer, sizes, size =>
        {
            if (IsContiguous)
            {
                writer.Line($"loops.Columns = {WeightBlock / 16 / Unroll(size)};");
                writer.Line($"loops.ColumnStep = {Unroll(size)};");
            }

            writer.Line($"float* x = a->X + (nint)sample * {X.Sample};");
            writer.Line($"float* y = a->Y + (nint)sample * {OutputSample} + group * {BlocksPerTask * 16};");
            if (Epilogue.Addend)
            {
                writer.Line($"float* addend = a->X2 + (nint)sample * {AddendSample} + group * {BlocksPerTask * 16};");
            }

            foreach (OutputRun run in Runs(isa, firstBlock, size))
            {
                writer.Line(Tile(isa, run, size).Call(
                    "x", "weights" + ProductKernel.Plus(run.Block * WeightBlock), "y" + ProductKernel.Plus(run.Block * 16),
                    "bias" + ProductKernel.Plus(run.Block * 16), "gain" + ProductKernel.Plus(run.Block * 16), "addend" + ProductKernel.Plus(run.Block * 16)));
            }
        });
    }

    private bool IsContiguous => !X.Blocked || (X.HasContiguousRows && X.Plane == X.Height * X.Width * 16 && Channels == 16);

    private int Unroll(int samples) => IsContiguous ? SampleTiles.Unroll(16, samples) : Channels;

    // Few samples leave registers free for more channels.
    private IReadOnlyList<OutputRun> Runs(VectorIsa isa, int firstBlock, int samples)
    {
        int together = Math.Max(1, (samples == 1 ? 8 : samples == 2 ? 4 : 2) / isa.VectorsPerBlock);
        int blocks = Math.Min(BlocksPerTask, Blocks - firstBlock);
        return OutputRun.Cover(isa, blocks, Units - (16 * firstBlock), Math.Min(together, BlocksPerTask));
    }

    private ProductTile Tile(VectorIsa isa, OutputRun run, int samples) => new(
        isa.Name, samples, run.Vectors, run.Padding, new EquatableArray<int>(Enumerable.Range(0, Unroll(samples))), X.Sample, OutputSample, AddendSample, Epilogue);
}
