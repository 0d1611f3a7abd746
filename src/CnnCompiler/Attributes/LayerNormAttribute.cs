using System;

namespace CnnCompiler;

/// <summary>
/// (x - mean) / sqrt(variance + epsilon) * weight + bias, with the mean and biased variance of all values of a sample, when training and predicting alike.
/// Any shape. (Ba, Kiros and Hinton 2016, "Layer Normalization".)
/// </summary>
/// <remarks>Parameters: <c>weight</c> and <c>bias</c>, each of the shape of the sample.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance, at least 0. Default 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>A gain and a bias per value of the sample. Default <see langword="true"/>.</summary>
    public bool Affine { get; set; } = true;
}
