using System;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>The runtime's <c>TileEnd</c>: what happens to the sums of a tile on their way to memory, in this order.</summary>
[Flags]
internal enum TileEnd
{
    None = 0,
    Bias = 1,
    Gain = 2,
    AddOther = 4,
    AddStored = 8,
    DeriveRelu = 16,
    Relu = 32,
}
