using System;

namespace CnnCompiler;

/// <summary>
/// A convolution whose weights repeat every tile positions: output position (i, j) uses the filters and biases of (i mod tile, j mod tile). Tile 1 is an
/// ordinary convolution. C x H x W to filters x H' x W', or C x L to filters x L', with n' = (n + 2 * padding - kernel) / stride + 1 per axis, rounded down.
/// (Le et al. 2010, "Tiled Convolutional Neural Networks".)
/// </summary>
/// <param name="filters">Output channels, at least 1.</param>
/// <param name="kernel">Taps of the window per axis, at least 1.</param>
/// <param name="tile">Positions per axis after which weights repeat, at least 1.</param>
/// <remarks>Parameters: <c>weight</c> tile x tile x filters x C x kernel x kernel, <c>bias</c> filters x tile x tile; one tile axis on signals.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TiledConvAttribute(int filters, int kernel, int tile) : LayerAttribute
{
    /// <summary>Output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>Taps of the window per axis.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>Positions per axis after which weights repeat.</summary>
    public int Tile { get; } = tile;

    /// <summary>Distance of two windows, at least 1. Default 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Zeros on both sides of every axis, at least 0. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>A bias per filter and place in the tile. Default <see langword="true"/>.</summary>
    public bool Bias { get; set; } = true;
}
