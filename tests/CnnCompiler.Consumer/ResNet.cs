using System;
using CnnCompiler;

namespace Consumer.Images;

/// <summary>Residual blocks with parameters, of this file only.</summary>
[Network(3, 16, 16), Budget(Parameters = 10_000)]
[Conv(Width, 3, Padding = 1, Bias = false), BatchNorm, Relu]
[Use<Block>(Width, 1), Use<Block>(2 * Width, 2)]
[GlobalAvgPool, Dense(10)]
public sealed partial class ResNet
{
    private const int Width = 8;
}

[Residual<Main, Projection>, Relu]
file abstract class Block
{
    [Parameter] private const int Filters = 8, Stride = 1;

    [Conv(Filters, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, Relu]
    [Conv(Filters, 3, Padding = 1, Bias = false), BatchNorm]
    private class Main;

    [Conv(Filters, 1, Stride = Stride, Bias = false), BatchNorm]
    private class Projection;
}

/// <summary>What makes the internal networks.</summary>
public static class Networks
{
    /// <summary>The sum of all parameters.</summary>
    /// <param name="options">How to make them.</param>
    public static long Count(NetworkOptions options)
    {
        using var residual = new ResNet(options);
        using var branches = new Outer.@class(options);
        using var signal = new Signal(options);
        return residual.Parameters.Count + branches.Parameters.Count + signal.Parameters.Count + Math.Max(ResNet.Macs, Signal.PredictBytes);
    }
}
