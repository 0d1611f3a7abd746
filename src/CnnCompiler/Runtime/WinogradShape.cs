using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>The sizes of one Winograd convolution, for code that all of them share; distances in floats.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe struct WinogradShape
{
    /// <summary>Rows of tiles that cover a sample's output.</summary>
    public int TileRows;

    /// <summary>Tiles of a row.</summary>
    public int TileColumns;

    /// <summary>Rows of the output.</summary>
    public int Height;

    /// <summary>Columns of the output.</summary>
    public int Width;

    /// <summary>Blocks of 16 input channels.</summary>
    public int InputBlocks;

    /// <summary>Channels of an input block that are read: 16, or 8 where a single block has no more.</summary>
    public int InputLanes;

    /// <summary>From the input's interior to the window of output (0, 0): negative where that starts in the padding.</summary>
    public nint InputStart;

    /// <summary>From an input row to the next.</summary>
    public nint InputRow;

    /// <summary>From an input block to the next.</summary>
    public nint InputBlock;

    /// <summary>From an input sample to the next.</summary>
    public nint InputSample;

    /// <summary>From an output row to the next.</summary>
    public nint OutputRow;

    /// <summary>From an output block to the next.</summary>
    public nint OutputBlock;

    /// <summary>From an output sample to the next.</summary>
    public nint OutputSample;

    /// <summary>As <see cref="OutputRow"/>, in the other tensor that an epilogue reads: what is added, or the activation whose derivative is applied.</summary>
    public nint OtherRow;

    /// <summary>As <see cref="OutputBlock"/>, in that tensor.</summary>
    public nint OtherBlock;

    /// <summary>As <see cref="OutputSample"/>, in that tensor.</summary>
    public nint OtherSample;

    /// <summary>What happens before the store.</summary>
    public TileEnd End;

    /// <summary>What happens to pixels once they are stored, as in <see cref="ProductLoops.Finish"/>.</summary>
    public delegate*<float*, nint, float*, nint, nint, nint, void> Finish;

    /// <summary>Tiles of one sample.</summary>
    public readonly int Tiles => TileRows * TileColumns;
}
