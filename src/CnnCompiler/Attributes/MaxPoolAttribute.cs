using System;

namespace CnnCompiler;

/// <summary>The maximum of each window. n' = (n + 2 * padding - dilation * (size - 1) - 1) / stride + 1 per axis; channels stay.</summary>
/// <param name="size">Side of the window, at least 1.</param>
/// <remarks>Where values are equal, the gradient goes to the first one in row-major order. Padding never wins.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxPoolAttribute(int size) : LayerAttribute
{
    /// <summary>Side of the window.</summary>
    public int Size { get; } = size;

    /// <summary>Distance of two windows, at least 1. Default: the size.</summary>
    public int Stride { get; set; } = size;

    /// <summary>Positions on both sides of every axis that no window takes its maximum from, at most half of the size. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>
    /// Rounds the number of windows up, so that the last one may hang over the end; it is dropped again where it would start inside the right padding.
    /// Default <see langword="false"/>.
    /// </summary>
    public bool CeilMode { get; set; }

    /// <summary>Distance of two positions of a window, at least 1. Default 1.</summary>
    public int Dilation { get; set; } = 1;
}
