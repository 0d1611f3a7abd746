using System;

namespace CnnCompiler;

/// <summary>
/// Depthwise separable convolution: a depthwise convolution with one filter for each channel, then a 1x1 convolution. Stride, padding and dilation are
/// those of the depthwise part; bias and weight norm are options of both. (Chollet 2016, "Xception".)
/// </summary>
/// <param name="filters">Output channels, at least 1.</param>
/// <param name="kernel">Taps of the depthwise window per axis, at least 1.</param>
/// <remarks>
/// Parameters: <c>depthwise.weight</c> C x 1 x kernel x kernel, <c>depthwise.bias</c> C, <c>pointwise.weight</c> filters x C x 1 x 1, <c>pointwise.bias</c>
/// filters.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SeparableConvAttribute(int filters, int kernel) : ConvolutionAttribute
{
    /// <summary>Output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>Taps of the depthwise window per axis.</summary>
    public int Kernel { get; } = kernel;
}
