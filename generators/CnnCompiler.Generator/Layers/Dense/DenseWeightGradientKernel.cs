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

    public override string Summary => $"Gradient of the weights{(Bias ? " and the bias" : "")} of a dense layer: {X.Sizes()} to {Units}.";

    public override string Tasks => $"{Groups.Count * Parts}";

    protected override string Title => $"Dense_WeightGradient_{X.Sizes()}_{Units}";

    private OutputGroups Groups => new(Units, (Units + 15) / 16);

    private int Parts => (Positions + PositionsPerTask - 1) / PositionsPerTask;

    public override IEnumerable<Code> Uses(VectorIsa isa)
    {
        IEnumerable<Code> tiles = from run in Groups.Runs(isa) from part in Split(isa, run.Vectors) select Tile(isa, run, part);
        return Bias ? tiles.Append(new SumTile(OutputSample)) : tiles;
    }

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int group = task / {Parts}, part = task % {Parts}, block = group * {Groups.BlocksPerTask};");
            writer.Line("float* dy = a->DY + block * 16;");
            writer.Line($"float* weights = a->DW + (nint)block * {WeightBlock};");
            if (Bias)
            {
                using (writer.Block("if (part == 0)"))
                using (writer.Block($"for (int i = block; i < Math.Min(block + {Groups.BlocksPerTask}, {Groups.Blocks}); i++)"))
                {
                    writer.Line("new Span<float>(a->DBias + i * 16, 16).Clear();");
                    writer.Line($"{new SumTile(OutputSample).Name}.{isa.Name}(a->DY + i * 16, a->DBias + i * 16, a->Count, 1, 0);");
                }
            }

            using (writer.Block($"for (int position = part * {PositionsPerTask}; position < Math.Min((part + 1) * {PositionsPerTask}, {Positions}); position++)"))
            {
                bool contiguous = !X.Blocked || (X.HasContiguousRows && X.Plane == X.Height * X.Width * 16);
                writer.Line("float* x = a->X + " + (contiguous
                    ? "(nint)position * 16;"
                    : $"(nint)(position / {X.Height * X.Width}) * {X.Plane} + position / {X.Width} % {X.Height} * {X.Row} + position % {X.Width} * 16;"));
                writer.Line($"float* dw = weights + (nint)position * {Channels * 16};");
                Groups.Emit(writer, isa, runs =>
                {
                    foreach (OutputRun run in runs)
                    {
                        foreach ((int first, int count) in Split(isa, run.Vectors))
                        {
                            writer.Line($"{Tile(isa, run, (first, count)).Name}.Run(x{ProductKernel.Plus(first)}, dy{ProductKernel.Plus(run.Block * 16)}, "
                                + $"dw{ProductKernel.Plus((first * 16) + (run.Block * WeightBlock))}, a->Count, 1, 0, 0, 16, {WeightBlock});");
                        }
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
        isa.Name, new EquatableArray<int>(Enumerable.Range(0, part.Count)), run.Vectors, X.Sample, OutputSample, Adds: false);
}
