using System;

namespace CnnCompiler;

/// <summary>The mean of each window. n' = (n + 2 * padding - size) / stride + 1 per axis; channels stay.</summary>
/// <param name="size">Side of the window, at least 1.</param>
/// <remarks>A window that <see cref="CeilMode"/> lets hang over the end of the padding divides by the positions that it has.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AvgPoolAttribute(int size) : LayerAttribute
{
    /// <summary>Side of the window.</summary>
    public int Size { get; } = size;

    /// <summary>Distance of two windows, at least 1. Default: the size.</summary>
    public int Stride { get; set; } = size;

    /// <summary>Zeros on both sides of every axis, at most half of the size. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>
    /// Rounds the number of windows up, so that the last one may hang over the end; it is dropped again where it would start inside the right padding.
    /// Default <see langword="false"/>.
    /// </summary>
    public bool CeilMode { get; set; }

    /// <summary>Padding counts as positions of a window. Default <see langword="true"/>.</summary>
    public bool CountIncludePad { get; set; } = true;
}
