using System;

namespace CnnCompiler;

/// <summary>
/// Moves channels to positions: C * factor * factor x H x W to C x (H * factor) x (W * factor), with y[c, h * factor + i, w * factor + j] =
/// x[c * factor * factor + i * factor + j, h, w]. Behind a convolution it is a sub-pixel convolution (Shi et al. 2016).
/// </summary>
/// <param name="factor">Factor of rows and columns, at least 1; its square divides the channels.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PixelShuffleAttribute(int factor) : LayerAttribute
{
    /// <summary>Factor of rows and columns.</summary>
    public int Factor { get; } = factor;
}
