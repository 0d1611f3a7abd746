using System;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Layers.UnsharedConv;

/// <summary>Register tiles over items, samples or positions with the same weights, whose number is known at run time only.</summary>
internal static class ItemTiles
{
    /// <summary>Writes loops that go through variable <c>items</c>, one tile size after the other; the body finds <c>item</c>.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="isa">The instruction set.</param>
    /// <param name="vectors">Vectors of channels of a tile.</param>
    /// <param name="unrolled">Inputs of one iteration.</param>
    /// <param name="tile">Writes the call for a size.</param>
    public static void Emit(CodeWriter writer, VectorIsa isa, int vectors, int unrolled, Action<int> tile)
    {
        using (writer.Block(""))
        {
            writer.Line("int item = 0;");
            foreach (int size in SampleTiles.Sizes(isa, vectors, unrolled))
            {
                using (writer.Block(size == 1 ? "for (; item < items; item++)" : $"for (; item + {size} <= items; item += {size})"))
                {
                    tile(size);
                }
            }
        }
    }
}
