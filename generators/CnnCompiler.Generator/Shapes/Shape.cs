using System.Globalization;

namespace CnnCompiler.Generator.Shapes;

/// <summary>
/// The shape of one sample: features (rank 1), channels x length (rank 2), channels x height x width (rank 3).
/// A missing axis has size 1, so that kernels see every tensor as channels x height x width.
/// </summary>
internal readonly record struct Shape(int Rank, int Channels, int Height, int Width)
{
    /// <summary>Positions of a channel.</summary>
    public long Positions => (long)Height * Width;

    /// <summary>Values of a sample.</summary>
    public long Size => Channels * Positions;

    public static Shape Features(int count) => new(1, count, 1, 1);

    public static Shape Signal(int channels, int length) => new(2, channels, 1, length);

    public static Shape Image(int channels, int height, int width) => new(3, channels, height, width);

    /// <summary>The same rank with other sizes; the height of features and signals stays 1.</summary>
    public Shape With(int channels, int height, int width) => new(Rank, channels, height, width);

    public int[] Dimensions() => Rank switch
    {
        1 => [Channels],
        2 => [Channels, Width],
        _ => [Channels, Height, Width],
    };

    /// <summary>As messages and comments write it: <c>6x24x24</c>.</summary>
    public override string ToString() => string.Join("x", System.Array.ConvertAll(Dimensions(), d => d.ToString(CultureInfo.InvariantCulture)));
}
