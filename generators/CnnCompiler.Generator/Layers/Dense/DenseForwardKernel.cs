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

    public override string Summary => "Dense layer.";

    public override string Tasks => $"{TaskGroups} * ((p.Count + {SamplesPerTask - 1}) / {SamplesPerTask})";

    protected override string Title => "Dense_Forward";

    private int Blocks => (Units + 15) / 16;

    private int TaskGroups => (Blocks + BlocksPerTask - 1) / BlocksPerTask;

    public override IEnumerable<Code> Uses(VectorIsa isa) => (
        from first in new[] { 0, (TaskGroups - 1) * BlocksPerTask }
        from size in SampleTiles.Sizes(isa, isa.VectorsPerBlock == 1 ? 2 : isa.VectorsPerBlock, Channels)
        from run in Runs(isa, first, size)
        select Tile(isa, run, size)).Concat(Epilogue.SweepUses());

    public override bool UsesVectors => false;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string groups = sizes["groups", TaskGroups];
        writer.Line("ProductLoops loops = default;");
        writer.Line($"(loops.WeightBlock, loops.OutputBlock) = ({sizes["weightBlock", WeightBlock]}, 16);");
        writer.Line($"(loops.InputPixel, loops.OutputPixel) = ({sizes["xSample", X.Sample]}, {sizes["ySample", OutputSample]}); // samples in the place of pixels");
        writer.Line($"(loops.OtherBlock, loops.OtherPixel) = (16, {sizes["addendSample", AddendSample]});");
        Epilogue.EmitEnd(writer, isa, sizes, "loops");

        // Where the inputs follow each other, they are one loop.
        writer.Line(IsContiguous
            ? "(loops.Blocks, loops.Rows) = (1, 1);"
            : $"(loops.Blocks, loops.BlockStep, loops.Rows, loops.RowStep, loops.Columns, loops.ColumnStep) = ({sizes["planes", X.Planes]}, {sizes["xPlane", X.Plane]}, {sizes["height", X.Height]}, {sizes["xRow", X.Row]}, {sizes["width", X.Width]}, 16);");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int group = task % {groups}, block = group * {BlocksPerTask}, sample = task / {groups} * {SamplesPerTask}, last = Math.Min(sample + {SamplesPerTask}, a->Count);");
            int lastFirst = (TaskGroups - 1) * BlocksPerTask;
            if (TaskGroups > 1 && Units - (16 * lastFirst) < 16 * BlocksPerTask)
            {
                using (writer.Block($"if (group < {groups} - 1)"))
                {
                    EmitTiles(writer, isa, sizes, 0);
                    writer.Line("continue;");
                }

                writer.Line();
            }

            EmitTiles(writer, isa, sizes, lastFirst);
        }
    }

    private void EmitTiles(CodeWriter writer, VectorIsa isa, Sizes sizes, int firstBlock)
    {
        IReadOnlyList<int> all = SampleTiles.Sizes(isa, isa.VectorsPerBlock == 1 ? 2 : isa.VectorsPerBlock, Channels);
        string weightBlock = sizes["weightBlock", WeightBlock];
        SampleTiles.Emit(writer, all, size =>
        {
            if (IsContiguous)
            {
                writer.Line($"(loops.Columns, loops.ColumnStep) = ({weightBlock} / {16 * Unroll(size)}, {Unroll(size)});");
            }

            writer.Line($"float* x = a->X + (nint)sample * {sizes["xSample", X.Sample]}, y = a->Y + (nint)sample * {sizes["ySample", OutputSample]} + block * 16, w = a->W + (nint)block * {weightBlock};");
            writer.Line($"float* addend = a->X2 + (nint)sample * {sizes["addendSample", AddendSample]} + block * 16;");

            foreach (OutputRun run in Runs(isa, firstBlock, size))
            {
                string channel = "block * 16" + ProductKernel.Plus(run.Block * 16);
                writer.Line(Tile(isa, run, size).Call(
                    "x", run.Block == 0 ? "w" : $"w + {run.Block} * {weightBlock}", "y" + ProductKernel.Plus(run.Block * 16), "a->Bias + " + channel, "a->Gain + " + channel, "addend" + ProductKernel.Plus(run.Block * 16)));
            }
        });
    }

    private bool IsContiguous => DensePacking.AreContiguous(X, Channels);

    private int Unroll(int samples) => IsContiguous ? SampleTiles.Unroll(16, samples) : Channels;

    // Few samples leave registers free for more channels.
    private IReadOnlyList<OutputRun> Runs(VectorIsa isa, int firstBlock, int samples)
    {
        int together = Math.Max(1, (samples == 1 ? 8 : samples == 2 ? 4 : 2) / isa.VectorsPerBlock);
        int blocks = Math.Min(BlocksPerTask, Blocks - firstBlock);
        return OutputRun.Cover(isa, blocks, Units - (16 * firstBlock), Math.Min(together, BlocksPerTask));
    }

    private ProductTile Tile(VectorIsa isa, OutputRun run, int samples) => new(
        isa.Name, samples, run.Vectors, run.Padding, new EquatableArray<int>(Enumerable.Range(0, Unroll(samples))), null);
}
