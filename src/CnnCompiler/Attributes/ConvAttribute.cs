using System;

namespace CnnCompiler;

/// <summary>
/// Convolution (cross-correlation): C x H x W to filters x H' x W', or C x L to filters x L', with
/// n' = (n + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1 per axis, rounded down.
/// </summary>
/// <remarks>Parameters: <c>weight</c> filters x C / groups x kernel height x kernel width, <c>bias</c> filters.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConvAttribute : LayerAttribute
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

    /// <summary>Distance of two windows on every axis, at least 1. Default 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Distance of two windows along the height, in place of <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; } = 1;

    /// <summary>Distance of two windows along the width or length, in place of <see cref="Stride"/>.</summary>
    public int StrideWidth { get; set; } = 1;

    /// <summary>Zeros on both sides of every axis, at least 0. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>Rows of zeros above and below, in place of <see cref="Padding"/>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>Columns of zeros left and right, in place of <see cref="Padding"/>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>Distance of two taps, at least 1. Default 1. (Yu and Koltun 2015, "Multi-Scale Context Aggregation by Dilated Convolutions".)</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Groups of channels that are convolved apart; divides the input's channels and the filters. Default 1.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>A bias per filter. Default <see langword="true"/>.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Padding that keeps the size: dilation * (kernel - 1) zeros in all, half of them rounded down before, the rest after. Only with stride 1 and
    /// without another padding. Default <see langword="false"/>.
    /// </summary>
    public bool Same { get; set; }
}
