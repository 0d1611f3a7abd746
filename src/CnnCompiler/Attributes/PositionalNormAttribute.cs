using System;

namespace CnnCompiler;

/// <summary>
/// (x - mean) / sqrt(variance + epsilon) * weight + bias, with the mean and biased variance over the channels at each position of each sample, when training
/// and predicting alike. Any shape. (Li et al. 2019, "Positional Normalization".)
/// </summary>
/// <remarks>Parameters: <c>weight</c> and <c>bias</c>, C values each.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PositionalNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance, at least 0. Default 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>A gain and a bias per channel. Default <see langword="true"/>.</summary>
    public bool Affine { get; set; } = true;
}
