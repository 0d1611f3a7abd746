using System;
using System.Globalization;

namespace CnnCompiler.Generator.Shapes;

/// <summary>A sliding window along one axis. Everything is computed in 64 bits, so that absurd options overflow nothing.</summary>
/// <param name="Name"><c>Height</c> or <c>Width</c>: the suffix of the options of this axis.</param>
/// <param name="Size">The input's size along the axis.</param>
/// <param name="Kernel">Taps of the window.</param>
/// <param name="Stride">Distance of two windows.</param>
/// <param name="Dilation">Distance of two taps.</param>
/// <param name="Padding">Zeros before, and as many after.</param>
/// <param name="Same">Padding that keeps the size at stride 1: as much in all as the window is longer than one position.</param>
/// <param name="CeilMode">A last window may hang over the padding's end.</param>
internal sealed record WindowAxis(string Name, long Size, long Kernel, long Stride, long Dilation, long Padding, bool Same, bool CeilMode)
{
    /// <summary>From the first to the last tap.</summary>
    public long Extent => ((Kernel - 1) * Dilation) + 1;

    /// <summary>The input with its padding.</summary>
    public long Padded => Same ? Size + Extent - 1 : Size + (2 * Padding);

    /// <summary>Positions that a window can be moved by.</summary>
    public long Slack => Same ? Size - 1 : Size + (2 * Padding) - Extent;

    /// <summary>Number of windows; below 1 where none fits.</summary>
    public long Output
    {
        get
        {
            if (!CeilMode)
            {
                return FloorDivide(Slack, Stride) + 1;
            }

            // PyTorch drops a last window that would start inside the right padding.
            long count = FloorDivide(Slack + Stride - 1, Stride) + 1;
            return count > 0 && (count - 1) * Stride >= Size + Padding ? count - 1 : count;
        }
    }

    /// <summary>Positions behind the last window.</summary>
    public long Remainder => CeilMode ? 0 : Slack % Stride;

    /// <summary>The smallest input that gives an output.</summary>
    public long SmallestInput => Math.Max(1, Extent - (2 * Padding) - (CeilMode ? Stride - 1 : 0));

    /// <summary>The most taps that fit.</summary>
    public long LargestKernel => ((Size + (2 * Padding) + (CeilMode ? Stride - 1 : 0) - 1) / Dilation) + 1;

    /// <summary>The least padding that gives an output.</summary>
    public long LeastPadding => Math.Max(Padding, (Extent - Size - (CeilMode ? Stride - 1 : 0) + 1) / 2);

    /// <summary>The number of windows with its numbers: <c>(6 - 11 + 2*0) / 1 + 1 = -4</c>.</summary>
    public string Arithmetic
    {
        get
        {
            string quotient = Slice + " / " + Text(Stride);
            return (CeilMode ? "ceil(" + quotient + ")" : quotient) + " + 1 = " + Text(CeilMode ? FloorDivide(Slack + Stride - 1, Stride) + 1 : Output);
        }
    }

    /// <summary>The positions that a window can be moved by with their numbers: <c>(6 - 11 + 2*0)</c>.</summary>
    public string Slice => Same ? "(" + Text(Size) + " - 1)"
        : Dilation == 1 ? "(" + Text(Size) + " - " + Text(Kernel) + " + 2*" + Text(Padding) + ")"
        : "(" + Text(Size) + " - " + Text(Dilation) + "*(" + Text(Kernel) + " - 1) - 1 + 2*" + Text(Padding) + ")";

    private static long FloorDivide(long value, long divisor) => (value >= 0 ? value : value - divisor + 1) / divisor;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
