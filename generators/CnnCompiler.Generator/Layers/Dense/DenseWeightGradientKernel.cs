using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dense;

/// <summary>Gradient of dense weights and bias: outer products of inputs and output gradients, summed over samples in their order.</summary>
internal sealed record DenseWeightGradientKernel(int Units, View X, int Channels, int Positions, int WeightBlock, int OutputSample, bool Bias) : Kernel
{
    // Positions of a task: few enough to share out, enough to outweigh the hand-over.
    private const int PositionsPerTask = 4;

    public override string Summary => $"Gradient of the weights{(Bias ? " and the bias" : "")} of a dense layer.";

    public override string Tasks => $"{Groups.Count * Parts}";

    protected override string Title => "Dense_WeightGradient";

    private OutputGroups Groups => new(Units, (Units + 15) / 16);

    private int Parts => (Positions + PositionsPerTask - 1) / PositionsPerTask;

    public override IEnumerable<Code> Uses(VectorIsa isa)
    {
        IEnumerable<Code> tiles = from run in Groups.Runs(isa) from part in Split(isa, run.Vectors) select Tile(isa, run, part);
        return Bias ? tiles.Append(SumTile.Instance) : tiles;
    }

    public override bool UsesVectors => false;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string parts = sizes["parts", Parts], blocks = sizes["blocks", Groups.Blocks], weightBlock = sizes["weightBlock", WeightBlock];
        string xSample = sizes["xSample", X.Sample], dySample = sizes["dySample", OutputSample];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int group = task / {parts}, part = task % {parts}, block = group * {Groups.BlocksPerTask};");
            if (Bias)
            {
                using (writer.Block($"for (int b = block; part == 0 && b < Math.Min(block + {Groups.BlocksPerTask}, {blocks}); b++)"))
                {
                    writer.Line("new Span<float>(a->DBias + b * 16, 16).Clear();");
                    writer.Line(SumTile.Instance.Call(isa, "a->DY + b * 16", "a->DBias + b * 16", "a->Count", dySample, "1", "0"));
                }
            }

            using (writer.Block($"for (int position = part * {PositionsPerTask}; position < Math.Min((part + 1) * {PositionsPerTask}, {sizes["positions", Positions]}); position++)"))
            {
                bool contiguous = !X.Blocked || (X.HasContiguousRows && X.Plane == X.Height * X.Width * 16);
                string height = contiguous ? "" : sizes["height", X.Height], width = contiguous ? "" : sizes["width", X.Width];
                writer.Line("float* x = a->X + " + (contiguous
                    ? "(nint)position * 16;"
                    : $"(nint)(position / ({height} * {width})) * {sizes["xPlane", X.Plane]} + position / {width} % {height} * {sizes["xRow", X.Row]} + position % {width} * 16;"));
                Groups.EmitRuns(writer, isa, sizes, run =>
                {
                    writer.Line($"float* dw = a->DW + (nint)b * {weightBlock} + (nint)position * {Channels * 16};");
                    foreach ((int first, int count) in Split(isa, run.Vectors))
                    {
                        writer.Line($"{Tile(isa, run, (first, count)).Name}.Run(x{ProductKernel.Plus(first)}, a->DY + b * 16, dw{ProductKernel.Plus(first * 16)}, "
                            + $"a->Count, 1, {xSample}, {dySample}, 0, 0, 16, {weightBlock});");
                    }
                });
            }
        }
    }

    private IReadOnlyList<(int First, int Count)> Split(VectorIsa isa, int vectors)
    {
        var parts = new List<(int, int)>();
        int first = 0;
        foreach ((int size, int count) in TilePlan.Split(isa, Channels, vectors, 2))
        {
            for (int i = 0; i < count; i++, first += size)
            {
                parts.Add((first, size));
            }
        }

        return parts;
    }

    private OuterTile Tile(VectorIsa isa, OutputRun run, (int First, int Count) part) => new(
        isa.Name, new EquatableArray<int>(Enumerable.Range(0, part.Count)), run.Vectors, Adds: false);
}
