using System;
using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>Output blocks that one register tile takes together.</summary>
/// <param name="Block">The first block, relative to the task's.</param>
/// <param name="Vectors">Vectors that hold channels.</param>
/// <param name="Padding">Vectors that complete the last block.</param>
internal sealed record OutputRun(int Block, int Vectors, int Padding)
{
    /// <summary>Covers blocks so that a tile has two vectors where that many are left.</summary>
    public static IReadOnlyList<OutputRun> Cover(VectorIsa isa, int blocks, int channels) => Cover(isa, blocks, channels, isa.VectorsPerBlock == 1 ? 2 : 1);

    /// <summary>Covers blocks, a number of them together while that many are left.</summary>
    public static IReadOnlyList<OutputRun> Cover(VectorIsa isa, int blocks, int channels, int together)
    {
        var runs = new List<OutputRun>();
        for (int block = 0; block < blocks; block += together)
        {
            int count = Math.Min(together, blocks - block);
            int vectors = (Math.Min(16 * count, channels - (16 * block)) + isa.Lanes - 1) / isa.Lanes;
            runs.Add(new OutputRun(block, vectors, (count * isa.VectorsPerBlock) - vectors));
        }

        return runs;
    }
}
