using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>How output channels are dealt to tasks: pairs of blocks of 16, which fill the widest tile; single ones where a group of a grouped convolution is odd.</summary>
/// <param name="Channels">Output channels.</param>
/// <param name="BlocksPerGroup">Blocks that read the same inputs.</param>
internal readonly record struct OutputGroups(int Channels, int BlocksPerGroup)
{
    public int Blocks => (Channels + 15) / 16;

    public int BlocksPerTask => BlocksPerGroup % 2 == 0 || BlocksPerGroup >= Blocks ? Math.Min(2, Blocks) : 1;

    /// <summary>Tasks that cover all channels.</summary>
    public int Count => (Blocks + BlocksPerTask - 1) / BlocksPerTask;

    /// <summary>The runs of every task but the last one.</summary>
    public IReadOnlyList<OutputRun> Full(VectorIsa isa) => OutputRun.Cover(isa, BlocksPerTask, Math.Min(Channels, 16 * BlocksPerTask));

    /// <summary>The runs of the last task, which may have fewer blocks and channels.</summary>
    public IReadOnlyList<OutputRun> Last(VectorIsa isa)
    {
        int first = (Count - 1) * BlocksPerTask;
        return OutputRun.Cover(isa, Blocks - first, Channels - (16 * first));
    }

    /// <summary>Writes the code of a task, twice where the last task's runs differ. Variable <c>group</c> holds the task's index.</summary>
    public void Emit(CodeWriter writer, VectorIsa isa, Action<IReadOnlyList<OutputRun>> emit)
    {
        IReadOnlyList<OutputRun> full = Full(isa), last = Last(isa);
        if (Count == 1 || full.SequenceEqual(last))
        {
            emit(last);
            return;
        }

        using (writer.Block($"if (group < {Count - 1})"))
        {
            emit(full);
        }

        using (writer.Block("else"))
        {
            emit(last);
        }
    }

    /// <summary>Writes the code of each run of a task. Variable <c>block</c> holds the task's first block; the code finds its own in <c>b</c>.</summary>
    public void EmitRuns(CodeWriter writer, VectorIsa isa, Sizes sizes, Action<OutputRun> emit)
    {
        IReadOnlyList<OutputRun> full = Full(isa), last = Last(isa);
        int together = (full[0].Vectors + full[0].Padding) / isa.VectorsPerBlock;
        if ((Count == 1 ? last : full.Concat(last)).All(run => run with { Block = 0 } == full[0]))
        {
            using (writer.Block($"for (int b = block; b < Math.Min(block + {BlocksPerTask}, {sizes["blocks", Blocks]}); b += {together})"))
            {
                emit(full[0]);
            }

            return;
        }

        if (Count > 1)
        {
            using (writer.Block($"if (group < {sizes["groups", Count]} - 1)"))
            {
                EmitEach(writer, full, emit);
                writer.Line("continue;");
            }

            writer.Line();
        }

        EmitEach(writer, last, emit);
    }

    private static void EmitEach(CodeWriter writer, IEnumerable<OutputRun> runs, Action<OutputRun> emit)
    {
        foreach (OutputRun run in runs)
        {
            using (writer.Block(""))
            {
                writer.Line($"int b = block{ProductKernel.Plus(run.Block)};");
                emit(run);
            }
        }
    }

    /// <summary>All runs that occur.</summary>
    public IEnumerable<OutputRun> Runs(VectorIsa isa) => Count == 1 ? Last(isa) : Full(isa).Concat(Last(isa));
}
