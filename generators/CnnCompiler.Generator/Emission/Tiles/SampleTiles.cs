using System;
using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>Tiles over samples, whose number is known at run time only: the largest that fits the registers, then powers of two for the rest.</summary>
internal static class SampleTiles
{
    private const int MultiplyAdds = 64;

    /// <summary>The sizes, largest first.</summary>
    /// <param name="isa">The instruction set.</param>
    /// <param name="vectors">Vectors of output channels of a large tile.</param>
    /// <param name="unrolled">Inputs of one iteration.</param>
    public static IReadOnlyList<int> Sizes(VectorIsa isa, int vectors, int unrolled)
    {
        int largest = Math.Min(16, TilePlan.Largest(isa, vectors, unrolled));
        var sizes = new List<int> { largest };
        for (int size = 8; size >= 1; size /= 2)
        {
            if (size < largest)
            {
                sizes.Add(size);
            }
        }

        return sizes;
    }

    /// <summary>
    /// Inputs that a tile unrolls: fewer for more samples. A loop around some sixty multiply-adds costs nothing, and code for every sample
    /// stride of every dense layer adds up.
    /// </summary>
    /// <param name="inputs">Inputs that lie together; the result divides them.</param>
    /// <param name="samples">Samples of the tile.</param>
    public static int Unroll(int inputs, int samples)
    {
        int unroll = inputs;
        while (unroll > 1 && (inputs % unroll != 0 || unroll * samples > MultiplyAdds))
        {
            unroll--;
        }

        return unroll;
    }

    /// <summary>Writes loops that go through the samples from variable <c>sample</c> to <c>last</c>, one size after the other.</summary>
    public static void Emit(CodeWriter writer, IReadOnlyList<int> sizes, Action<int> tile)
    {
        foreach (int size in sizes)
        {
            using (writer.Block(size == 1 ? "for (; sample < last; sample++)" : $"for (; sample + {size} <= last; sample += {size})"))
            {
                tile(size);
            }
        }
    }
}
