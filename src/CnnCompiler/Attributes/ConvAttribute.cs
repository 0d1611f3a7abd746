using System;

namespace CnnCompiler;

/// <summary>
/// Convolution (cross-correlation): C x H x W to filters x H' x W', or C x L to filters x L', with
/// n' = (n + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1 per axis, rounded down.
/// </summary>
/// <remarks>
/// Parameters: <c>weight</c> filters x C / groups x kernel height x kernel width, <c>bias</c> filters; with
/// <see cref="ConvolutionAttribute.WeightNorm"/> <c>weight_v</c> like <c>weight</c> and <c>weight_g</c> filters x 1 x 1 x 1 in its place.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConvAttribute : ConvolutionAttribute
{
    /// <summary>A convolution with a square window, or a window of a signal.</summary>
    /// <param name="filters">Output channels, at least 1.</param>
    /// <param name="kernel">Taps of the window per axis, at least 1.</param>
    public ConvAttribute(int filters, int kernel)
        : this(filters, kernel, kernel)
    {
    }

    /// <summary>A convolution of images with a rectangular window.</summary>
    /// <param name="filters">Output channels, at least 1.</param>
    /// <param name="kernelHeight">Rows of the window, at least 1.</param>
    /// <param name="kernelWidth">Columns of the window, at least 1.</param>
    public ConvAttribute(int filters, int kernelHeight, int kernelWidth)
    {
        Filters = filters;
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>Output channels.</summary>
    public int Filters { get; }

    /// <summary>Rows of the window.</summary>
    public int KernelHeight { get; }

    /// <summary>Columns of the window.</summary>
    public int KernelWidth { get; }

    /// <summary>Groups of channels that are convolved apart; divides the input's channels and the filters. Default 1.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>
    /// The input channels that each filter sees, as a row for each filter: <c>"0 1 2; 1 2 3"</c>. Rows are separated by semicolons, channels, counted from 0,
    /// by blanks. The other weights are zero and stay zero. Only with a single group. Default: all. (LeCun et al. 1998, "Gradient-Based Learning Applied
    /// to Document Recognition", table I.)
    /// </summary>
    public string? Connections { get; set; }
}
