using System;

namespace CnnCompiler;

/// <summary>
/// (x - mean) / sqrt(variance + epsilon) * weight + bias per channel, with the mean and biased variance over the batch and all positions while training,
/// and running statistics when predicting. Any shape. (Ioffe and Szegedy 2015, "Batch Normalization".)
/// </summary>
/// <remarks>
/// Parameters: <c>weight</c> and <c>bias</c>, C values each. Running statistics: <c>running_mean</c> and <c>running_var</c>;
/// running = (1 - momentum) * running + momentum * batch, with the unbiased variance. <see cref="LayerAttribute.Frozen"/> drops the parameter gradients only.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance, at least 0. Default 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Weight of the batch in running statistics, 0 to 1. Default 0.1.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>A gain and a bias per channel. Default <see langword="true"/>.</summary>
    public bool Affine { get; set; } = true;
}
