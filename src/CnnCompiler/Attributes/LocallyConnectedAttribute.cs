using System;

namespace CnnCompiler;

/// <summary>
/// A convolution with unshared weights: every output position has filters and biases of its own. C x H x W to filters x H' x W', or C x L to filters x L',
/// with n' = (n + 2 * padding - kernel) / stride + 1 per axis, rounded down. (Taigman et al. 2014, "DeepFace".)
/// </summary>
/// <param name="filters">Output channels, at least 1.</param>
/// <param name="kernel">Taps of the window per axis, at least 1.</param>
/// <remarks>Parameters: <c>weight</c> H' x W' x filters x C x kernel x kernel, <c>bias</c> filters x H' x W'; without the height on signals.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LocallyConnectedAttribute(int filters, int kernel) : LayerAttribute
{
    /// <summary>Output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>Taps of the window per axis.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>Distance of two windows, at least 1. Default 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Zeros on both sides of every axis, at least 0. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>A bias per filter and position. Default <see langword="true"/>.</summary>
    public bool Bias { get; set; } = true;
}
