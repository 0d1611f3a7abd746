using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>A window that slides over each channel.</summary>
/// <param name="size">Rows and columns of the window.</param>
public abstract class PoolReference(int size) : LayerReference
{
    /// <summary>Step of the window; default its size.</summary>
    public int? Stride { get; init; }

    /// <summary>Padding on every side, default 0.</summary>
    public int Padding { get; init; }

    /// <summary>Whether a last window may hang over the edge.</summary>
    public bool CeilMode { get; init; }

    /// <summary>Step inside the window.</summary>
    protected virtual int Step => 1;

    /// <summary>Samples of the last forward pass.</summary>
    protected int Batch { get; set; }

    /// <inheritdoc/>
    protected override object[] Arguments => [size];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options =>
        [("Stride", Stride, null), ("Padding", Padding, 0), ("CeilMode", CeilMode, false)];

    /// <inheritdoc/>
    protected override MapShape Infer() => Input.With(Input.Channels, Input.Rank == 3 ? Count(Input.Height) : 1, Count(Input.Width));

    /// <summary>The part of a window along one axis: the first position (maybe in the padding) and the end inside the padded input.</summary>
    /// <param name="index">Output position.</param>
    /// <param name="isRow">Whether the axis is that of rows.</param>
    protected (int Begin, int End) Range(int index, bool isRow)
    {
        if (isRow && Input.Rank < 3)
            return (0, 1);
        int n = isRow ? Input.Height : Input.Width, begin = (index * (Stride ?? size)) - Padding;
        return (begin, System.Math.Min(begin + (Step * (size - 1)) + 1, n + Padding));
    }

    private int Count(int n)
    {
        int stride = Stride ?? size, span = n + (2 * Padding) - (Step * (size - 1)) - 1;
        int count = (CeilMode ? (span + stride - 1) / stride : span / stride) + 1;
        return CeilMode && (count - 1) * stride >= n + Padding ? count - 1 : count;
    }
}
