using System;

namespace CnnCompiler;

/// <summary>
/// Depthwise convolution: each channel has filters of its own, and output channel c * multiplier + j reads input channel c alone. Positions as
/// <see cref="ConvAttribute"/>. (Sifre 2014, "Rigid-Motion Scattering for Image Classification"; Howard et al. 2017, "MobileNets".)
/// </summary>
/// <param name="kernel">Taps of the window per axis, at least 1.</param>
/// <remarks>
/// Parameters: <c>weight</c> C * multiplier x 1 x kernel x kernel, <c>bias</c> C * multiplier; with <see cref="ConvolutionAttribute.WeightNorm"/>
/// <c>weight_v</c> and <c>weight_g</c> in place of <c>weight</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DepthwiseConvAttribute(int kernel) : ConvolutionAttribute
{
    /// <summary>Taps of the window per axis.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>Filters of each channel, at least 1. Default 1.</summary>
    public int Multiplier { get; set; } = 1;
}
