using System;

namespace CnnCompiler;

/// <summary>
/// Transposed convolution (deconvolution): what the gradient of a convolution by its input computes, as a layer. Each input position adds its window of
/// weights to the output, n' = (n - 1) * stride - 2 * padding + dilation * (kernel - 1) + output padding + 1 per axis.
/// (Zeiler, Krishnan, Taylor and Fergus 2010, "Deconvolutional Networks".)
/// </summary>
/// <param name="filters">Output channels, at least 1.</param>
/// <param name="kernel">Taps of the window per axis, at least 1.</param>
/// <remarks>Parameters: <c>weight</c> C x filters / groups x kernel x kernel, <c>bias</c> filters.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConvTransposeAttribute(int filters, int kernel) : LayerAttribute
{
    /// <summary>Output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>Taps of the window per axis.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>Distance of the windows of two input positions in the output, at least 1. Default 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Positions that are taken off the output on both sides of every axis, at least 0. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>Positions that are added at the end of every axis of the output, less than the larger of stride and dilation. Default 0.</summary>
    public int OutputPadding { get; set; }

    /// <summary>Distance of two taps in the output, at least 1. Default 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Groups of channels that are convolved apart; divides the input's channels and the filters. Default 1.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>A bias per filter. Default <see langword="true"/>.</summary>
    public bool Bias { get; set; } = true;
}
