using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dense;

/// <summary>
/// Dense layer of bfloat16 weights: a single sample takes many output channels at once, which hides latency and leaves memory as the limit; more samples take fewer, and
/// share each widened weight.
/// </summary>
/// <param name="Blocks">Blocks of 16 outputs.</param>
/// <param name="X">The input.</param>
/// <param name="Channels">Inputs that lie together.</param>
/// <param name="WeightBlock">Pairs of weights of one output block.</param>
/// <param name="OutputSample">From an output sample to the next.</param>
/// <param name="AddendSample">From a sample of what is added to the next.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record BFloat16ForwardKernel(int Blocks, View X, int Channels, int WeightBlock, int OutputSample, int AddendSample, Epilogue Epilogue) : Kernel
{
    // Output blocks and samples of a task; sums of a tile, of which each waits for its last one; inputs that a tile unrolls where they are one loop.
    private const int BlocksPerTask = 4, SamplesPerTask = 48, Sums = 8, Unroll = 8;

    public override string Summary => "Dense layer of bfloat16 weights.";

    public override string Tasks => $"{TaskGroups} * ((p.Count + {SamplesPerTask - 1}) / {SamplesPerTask})";

    protected override string Title => "Dense_BFloat16Forward";

    private int TaskGroups => (Blocks + BlocksPerTask - 1) / BlocksPerTask;

    private bool IsContiguous => DensePacking.AreContiguous(X, Channels);

    public override IEnumerable<Code> Uses(VectorIsa isa) =>
        from samples in SampleSizes(isa) from blocks in BlockSizes(isa, samples) select Tile(isa, samples, blocks);

    public override bool UsesVectors => false;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string groups = sizes["groups", TaskGroups], weightBlock = sizes["weightBlock", WeightBlock];
        string xSample = sizes["xSample", X.Sample], ySample = sizes["ySample", OutputSample], addendSample = Epilogue.Addend ? sizes["addendSample", AddendSample] : "0";
        writer.Line("ProductLoops loops = default;");
        writer.Line($"(loops.WeightBlock, loops.InputPixel, loops.OutputPixel, loops.OtherPixel) = ({weightBlock}, {xSample}, {ySample}, {addendSample}); // samples in the place of pixels");
        writer.Line(IsContiguous
            ? $"(loops.Blocks, loops.Rows, loops.Columns, loops.ColumnStep) = (1, 1, {weightBlock} / {16 * Unroll / 2}, {Unroll});"
            : $"(loops.Blocks, loops.BlockStep, loops.Rows, loops.RowStep, loops.Columns, loops.ColumnStep) = ({sizes["planes", X.Planes]}, {sizes["xPlane", X.Plane]}, {sizes["height", X.Height]}, {sizes["xRow", X.Row]}, {sizes["width", X.Width]}, 16);");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int group = task % {groups}, first = group * {BlocksPerTask}, last = Math.Min(first + {BlocksPerTask}, {sizes["blocks", Blocks]});");
            writer.Line($"int sample = task / {groups} * {SamplesPerTask}, lastSample = Math.Min(sample + {SamplesPerTask}, a->Count);");
            foreach (int samples in SampleSizes(isa))
            {
                using (writer.Block($"for (; sample + {samples} <= lastSample; sample += {samples})"))
                {
                    writer.Line($"float* x = a->X + (nint)sample * {xSample}, y = a->Y + (nint)sample * {ySample}{(Epilogue.Addend ? $", addend = a->X2 + (nint)sample * {addendSample}" : "")};");
                    writer.Line("int block = first;");
                    foreach (int blocks in BlockSizes(isa, samples))
                    {
                        using (writer.Block($"for (; block + {blocks} <= last; block += {blocks})"))
                        {
                            writer.Line(Tile(isa, samples, blocks).Call($"(uint*)a->W + (nint)block * {weightBlock}", "block * 16"));
                        }
                    }
                }
            }
        }
    }

    // As many samples as leave one block of channels; powers of two for the rest.
    private static IEnumerable<int> SampleSizes(VectorIsa isa)
    {
        for (int samples = Sums / isa.VectorsPerBlock; samples >= 1; samples /= 2)
        {
            yield return samples;
        }
    }

    private static IEnumerable<int> BlockSizes(VectorIsa isa, int samples)
    {
        for (int blocks = Math.Min(BlocksPerTask, Sums / (samples * isa.VectorsPerBlock)); blocks >= 1; blocks /= 2)
        {
            yield return blocks;
        }
    }

    private BFloat16Tile Tile(VectorIsa isa, int samples, int blocks) => new(isa.Name, samples, blocks, IsContiguous ? Unroll : Channels, Epilogue);
}
