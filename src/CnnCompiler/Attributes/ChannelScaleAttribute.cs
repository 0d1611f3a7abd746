using System;

namespace CnnCompiler;

/// <summary>A gain and a bias for each channel: weight[c] * x + bias[c]. Any shape; for features, one of each per feature. (The trained pools of LeCun et al. 1998.)</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ChannelScaleAttribute : LayerAttribute
{
    /// <summary>Adds a trained bias. Default <see langword="true"/>.</summary>
    public bool Bias { get; set; } = true;
}
