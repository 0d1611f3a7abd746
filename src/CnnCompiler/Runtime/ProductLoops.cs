using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>The loops around the unrolled part of a product tile: how far they go and how far they step, in floats.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe struct ProductLoops
{
    /// <summary>Input blocks (or planes) to sum over.</summary>
    public nint Blocks;

    /// <summary>From an input block to the next.</summary>
    public nint BlockStep;

    /// <summary>Window rows to sum over.</summary>
    public nint Rows;

    /// <summary>From the input of a window row to that of the next.</summary>
    public nint RowStep;

    /// <summary>Window columns to sum over.</summary>
    public nint Columns;

    /// <summary>From the input of a window column to that of the next.</summary>
    public nint ColumnStep;

    /// <summary>Weights of an input block whose window rows are left out, because they lie outside the map.</summary>
    public nint SkippedWeights;

    /// <summary>From the weights of an output block to those of the next.</summary>
    public nint WeightBlock;

    /// <summary>From an output block to the next.</summary>
    public nint OutputBlock;

    /// <summary>From a block to the next in the other tensor that the end of a tile reads: what is added, or the activation whose derivative is applied.</summary>
    public nint OtherBlock;

    /// <summary>From the input of a pixel (or sample) to that of the next, where the tile does not fix it.</summary>
    public nint InputPixel;

    /// <summary>From an output pixel (or sample) to the next.</summary>
    public nint OutputPixel;

    /// <summary>From a pixel to the next in the other tensor.</summary>
    public nint OtherPixel;

    /// <summary>Always 0, which the JIT does not know: added to a pointer, what it reads is not known to be what another pointer reads.</summary>
    public nint Apart;

    /// <summary>What happens before the store.</summary>
    public TileEnd End;

    /// <summary>
    /// What happens to pixels once they are stored, where that takes more than <see cref="End"/> says; null for nothing. Arguments: the first pixel, from a pixel
    /// to the next, the other tensor's first pixel, from a pixel to the next there, pixels, and floats of each.
    /// </summary>
    public delegate*<float*, nint, float*, nint, nint, nint, void> Finish;
}
