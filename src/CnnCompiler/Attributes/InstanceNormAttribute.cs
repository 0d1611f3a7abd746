using System;

namespace CnnCompiler;

/// <summary>
/// (x - mean) / sqrt(variance + epsilon), with the mean and biased variance over the positions of each channel of each sample, when training and predicting
/// alike. C x L or C x H x W. (Ulyanov, Vedaldi and Lempitsky 2016, "Instance Normalization".)
/// </summary>
/// <remarks>Parameters with <see cref="Affine"/>: <c>weight</c> and <c>bias</c>, C values each.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InstanceNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance, at least 0. Default 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>A gain and a bias per channel. Default <see langword="false"/>, as in PyTorch.</summary>
    public bool Affine { get; set; }
}
