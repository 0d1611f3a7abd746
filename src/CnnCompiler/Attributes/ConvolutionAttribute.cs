using System;

namespace CnnCompiler;

/// <summary>The options that the convolutions share.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class ConvolutionAttribute : LayerAttribute
{
    private protected ConvolutionAttribute()
    {
    }

    /// <summary>Distance of two windows on every axis, at least 1. Default 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Distance of two windows along the height, in place of <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; } = 1;

    /// <summary>Distance of two windows along the width or length, in place of <see cref="Stride"/>.</summary>
    public int StrideWidth { get; set; } = 1;

    /// <summary>Zeros on both sides of every axis, at least 0. Default 0.</summary>
    public int Padding { get; set; }

    /// <summary>Rows of zeros above and below, in place of <see cref="Padding"/>.</summary>
    public int PaddingHeight { get; set; }

    /// <summary>Columns of zeros left and right, in place of <see cref="Padding"/>.</summary>
    public int PaddingWidth { get; set; }

    /// <summary>Distance of two taps, at least 1. Default 1. (Yu and Koltun 2015, "Multi-Scale Context Aggregation by Dilated Convolutions".)</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>A bias per output channel. Default <see langword="true"/>.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Padding that keeps the size: dilation * (kernel - 1) zeros in all, half of them rounded down before, the rest after. Only with stride 1 and
    /// without another padding. Default <see langword="false"/>.
    /// </summary>
    public bool Same { get; set; }

    /// <summary>
    /// Signals only: dilation * (kernel - 1) zeros before the first position and none behind the last, so that an output sees no later input; with
    /// n' = (n - 1) / stride + 1. Without another padding. Default <see langword="false"/>. (van den Oord et al. 2016, "WaveNet".)
    /// </summary>
    public bool Causal { get; set; }

    /// <summary>
    /// Trains a direction <c>weight_v</c> and a length <c>weight_g</c> in place of <c>weight</c>: weight[o] = weight_g[o] * weight_v[o] / |weight_v[o]|, the
    /// norm over all weights of output channel o. Default <see langword="false"/>. (Salimans and Kingma 2016, "Weight Normalization".)
    /// </summary>
    public bool WeightNorm { get; set; }
}
