using System;
using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>What happens to the sums of a tile on their way to memory, in this order.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TileEnd
{
    /// <summary>They are stored as they are.</summary>
    None = 0,

    /// <summary>The channel's bias is added. Not together with <see cref="Gain"/>.</summary>
    Bias = 1,

    /// <summary>They are multiplied by the channel's gain, then its bias is added.</summary>
    Gain = 2,

    /// <summary>What the other tensor holds is added: a fused sum.</summary>
    AddOther = 4,

    /// <summary>What is stored already is added: a tensor with several readers.</summary>
    AddStored = 8,

    /// <summary>The result is zero where the other tensor is not positive: the derivative of Relu.</summary>
    DeriveRelu = 16,

    /// <summary>Negative results become zero.</summary>
    Relu = 32,
}
