using System;

namespace CnnCompiler;

/// <summary>
/// y[c] = x[c] / (K + Alpha / size * sum of x[c']^2)^Beta, c' from c - size / 2 to c + (size - 1) / 2 as far as there are channels. Any shape.
/// (Krizhevsky, Sutskever and Hinton 2012, "ImageNet Classification with Deep Convolutional Neural Networks"; the paper does not divide alpha by size,
/// PyTorch does: write <c>LocalResponseNorm(5, Alpha = 5e-4, K = 2)</c> for its numbers.)
/// </summary>
/// <param name="size">Channels of a window, at least 1.</param>
/// <remarks>No parameters.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LocalResponseNormAttribute(int size) : LayerAttribute
{
    /// <summary>Channels of a window.</summary>
    public int Size { get; } = size;

    /// <summary>Weight of the mean square of the window. Default 1e-4.</summary>
    public double Alpha { get; set; } = 1e-4;

    /// <summary>The exponent. Default 0.75.</summary>
    public double Beta { get; set; } = 0.75;

    /// <summary>What the weighted mean square is added to. Default 1.</summary>
    public double K { get; set; } = 1;
}
