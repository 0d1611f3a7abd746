using System;

namespace CnnCompiler;

/// <summary>
/// (x - mean) / sqrt(variance + epsilon) * weight + bias, with the mean and biased variance over C / groups consecutive channels and their positions in each
/// sample, when training and predicting alike. Any shape. (Wu and He 2018, "Group Normalization".)
/// </summary>
/// <param name="groups">Groups of channels, at least 1; divides the channels.</param>
/// <remarks>Parameters: <c>weight</c> and <c>bias</c>, C values each.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    /// <summary>Groups of channels.</summary>
    public int Groups { get; } = groups;

    /// <summary>Added to the variance, at least 0. Default 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>A gain and a bias per channel. Default <see langword="true"/>.</summary>
    public bool Affine { get; set; } = true;
}
