using System.Globalization;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>How a tensor's samples lie in memory, as kernels see it: sizes and distances in floats, without base address or halo.</summary>
/// <param name="Channels">Channels that hold data.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Blocked">Whether channels are interleaved in blocks of 16; otherwise a plane a channel.</param>
/// <param name="Row">From a row to the next.</param>
/// <param name="Plane">From a block of channels (or a channel) to the next.</param>
/// <param name="Sample">From a sample to the next.</param>
internal readonly record struct View(int Channels, int Height, int Width, bool Blocked, int Row, int Plane, int Sample)
{
    /// <summary>From a column to the next.</summary>
    public int Pixel => Blocked ? 16 : 1;

    /// <summary>Blocks of 16 channels, or planes.</summary>
    public int Planes => Blocked ? (Channels + 15) / 16 : Channels;

    /// <summary>Vectors of each block that hold channels; the others of a single block are zero.</summary>
    public int Vectors(VectorIsa isa) => Planes > 1 ? isa.VectorsPerBlock : System.Math.Min(isa.VectorsPerBlock, (Channels + isa.Lanes - 1) / isa.Lanes);

    /// <summary>Channels, filled up to whole vectors.</summary>
    public int FilledChannels(VectorIsa isa) => ((Planes - 1) * VectorIsa.Block) + (Vectors(isa) * isa.Lanes);

    /// <summary>Whether rows follow each other without a gap.</summary>
    public bool HasContiguousRows => Height == 1 || Row == Width * Pixel;

    /// <summary>A declaration of a pointer to a row of a block, given variables <c>sample</c>, <c>block</c> and <c>row</c>.</summary>
    /// <param name="name">The pointer's name.</param>
    /// <param name="argument">The argument that holds the tensor.</param>
    public string RowPointer(string name, string argument) => string.Format(
        CultureInfo.InvariantCulture, "float* {0} = {1} + (nint)sample * {2} + (nint)block * {3} + row * {4};", name, argument, Sample, Plane, Row);

    /// <summary>The sizes as messages and names write them: <c>6x24x24</c>.</summary>
    public string Sizes() => string.Format(CultureInfo.InvariantCulture, "{0}x{1}x{2}", Channels, Height, Width);
}

/// <summary>Zeros around each plane of a tensor, so that windows may read beyond the border.</summary>
internal readonly record struct Halo(int Top, int Bottom, int Left, int Right)
{
    public bool IsEmpty => this == default;

    public Halo Union(Halo other) => new(
        System.Math.Max(Top, other.Top), System.Math.Max(Bottom, other.Bottom), System.Math.Max(Left, other.Left), System.Math.Max(Right, other.Right));
}

/// <summary>Where a tensor's memory is.</summary>
internal enum Space
{
    /// <summary>Per-sample memory of the pass; the offset is multiplied by the capacity.</summary>
    Values,

    /// <summary>Memory of the pass that does not depend on the batch.</summary>
    Scratch,

    /// <summary>What is derived from parameters and running statistics alone, before the pass.</summary>
    Prepared,

    Parameters,
    Gradients,
    Buffers,
    Input,
    Output,
    InputGradient,
}

/// <summary>A region of memory while a network is planned. Identity matters; the offset comes last, from the buffer plan.</summary>
internal sealed class Tensor(string name, Space space, long floats)
{
    private Tensor? _root;
    private long _offset;

    public string Name { get; } = name;

    public Space Space { get; set; } = space;

    /// <summary>Floats per sample for <see cref="Space.Values"/>, otherwise in all.</summary>
    public long Floats { get; } = floats;

    /// <summary>From the tensor's first float to the first interior element.</summary>
    public int Origin { get; private set; }

    public Halo Halo { get; private set; }

    public View View { get; private set; }

    /// <summary>The tensor in whose memory it lies: itself, unless it is a part of another one.</summary>
    public Tensor Root => _root ?? this;

    /// <summary>First float of <see cref="Root"/> in its space.</summary>
    public long Offset
    {
        get => Root._offset;
        set => Root._offset = value;
    }

    /// <summary>An activation or a gradient by one: blocked, with a halo.</summary>
    public static Tensor Blocked(string name, Shape shape, Halo halo)
    {
        int row = (shape.Width + halo.Left + halo.Right) * 16;
        int plane = (shape.Height + halo.Top + halo.Bottom) * row;
        int planes = (shape.Channels + 15) / 16;
        return new Tensor(name, Space.Values, (long)planes * plane)
        {
            Halo = halo,
            Origin = (halo.Top * row) + (halo.Left * 16),
            View = new View(shape.Channels, shape.Height, shape.Width, true, row, plane, planes * plane),
        };
    }

    /// <summary>Some blocks of channels of a blocked tensor, as a tensor with the same strides.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its shape; rows and columns are those of the whole.</param>
    /// <param name="channel">Its first channel, a multiple of 16.</param>
    public Tensor Part(string name, Shape shape, int channel) => new(name, Space, (long)((shape.Channels + 15) / 16) * View.Plane)
    {
        _root = Root,
        Halo = Halo,
        Origin = Origin + (channel / 16 * View.Plane),
        View = View with { Channels = shape.Channels },
    };

    /// <summary>A plane a channel, in memory of ours (with a halo) or of the caller (without).</summary>
    public static Tensor Planar(string name, Space space, Shape shape, Halo halo)
    {
        int row = shape.Width + halo.Left + halo.Right;
        int plane = (shape.Height + halo.Top + halo.Bottom) * row;
        int sample = shape.Channels * plane;
        if (space == Space.Values)
        {
            sample = (sample + 15) / 16 * 16;
        }

        return new Tensor(name, space, sample)
        {
            Halo = halo,
            Origin = (halo.Top * row) + halo.Left,
            View = new View(shape.Channels, shape.Height, shape.Width, false, row, plane, sample),
        };
    }
}
