using System.Globalization;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>The shape of one sample: features (rank 1), channels x length (rank 2) or channels x height x width (rank 3); missing axes are 1.</summary>
/// <param name="Rank">Number of axes, 1 to 3.</param>
/// <param name="Channels">Channels or features.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns, or the length of a signal.</param>
public readonly record struct MapShape(int Rank, int Channels, int Height, int Width)
{
    /// <summary>Positions of one channel.</summary>
    public int Positions => Height * Width;

    /// <summary>Values of one sample.</summary>
    public int Size => Channels * Height * Width;

    /// <summary>A vector.</summary>
    /// <param name="count">Its length.</param>
    public static MapShape Features(int count) => new(1, count, 1, 1);

    /// <summary>Channels x length.</summary>
    /// <param name="channels">Channels.</param>
    /// <param name="length">Positions.</param>
    public static MapShape Signal(int channels, int length) => new(2, channels, 1, length);

    /// <summary>Channels x height x width.</summary>
    /// <param name="channels">Channels.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    public static MapShape Image(int channels, int height, int width) => new(3, channels, height, width);

    /// <summary>The same rank with other sizes.</summary>
    /// <param name="channels">Channels.</param>
    /// <param name="height">Rows; 1 unless the rank is 3.</param>
    /// <param name="width">Columns.</param>
    public MapShape With(int channels, int height, int width) => new(Rank, channels, height, width);

    /// <summary>The axes that exist.</summary>
    public int[] Dimensions() => Rank switch
    {
        1 => [Channels],
        2 => [Channels, Width],
        _ => [Channels, Height, Width],
    };

    /// <summary>As messages write it: <c>6x24x24</c>.</summary>
    public override string ToString() => string.Join("x", Dimensions().Select(d => d.ToString(CultureInfo.InvariantCulture)));
}
