using System;

namespace CnnCompiler;

/// <summary>
/// Local subtractive, then divisive normalisation of images: v = x - M(x), y = v / sqrt(M(v^2) + epsilon), where M is the mean over all channels and the
/// size x size window centred at a position; only positions inside the image count. (Jarrett et al. 2009, "What is the Best Multi-Stage Architecture for
/// Object Recognition?", with a flat window.)
/// </summary>
/// <param name="size">Side of the window, odd.</param>
/// <remarks>C x H x W. No parameters.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ContrastNormAttribute(int size) : LayerAttribute
{
    /// <summary>Side of the window.</summary>
    public int Size { get; } = size;

    /// <summary>Added to the mean square, at least 0. Default 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;
}
