using System;

namespace CnnCompiler.Generator.Layers;

/// <summary>First values of weights and biases: the schemes of the attributes with their bounds and deviations computed.</summary>
internal static class FirstValues
{
    /// <summary>First values of a weight with the given fans; without a scheme what PyTorch does, uniform in +-1 / sqrt(fan in).</summary>
    /// <param name="header">What the attribute asks for.</param>
    /// <param name="fanIn">Values that one output is summed from.</param>
    /// <param name="fanOut">Outputs that one input value has a part in (PyTorch's count: filters times window).</param>
    /// <param name="groups">Groups of a convolution: each has an identity of its own.</param>
    public static InitializerSpec Weight(LayerHeader header, long fanIn, long fanOut, int groups = 1) => header.Init switch
    {
        InitScheme.He => new(InitializerKind.Normal, header.InitScale ?? Math.Sqrt(2.0 / fanIn)),
        InitScheme.Glorot => new(InitializerKind.Uniform, header.InitScale ?? Math.Sqrt(6.0 / (fanIn + (double)fanOut))),
        InitScheme.LeCun => new(InitializerKind.Normal, header.InitScale ?? Math.Sqrt(1.0 / fanIn)),
        InitScheme.Normal => new(InitializerKind.Normal, header.InitScale ?? 0.01),
        InitScheme.Orthogonal => new(InitializerKind.Orthogonal, header.InitScale ?? 1),
        InitScheme.Identity => new(InitializerKind.Identity, header.InitScale ?? 1, groups),
        InitScheme.Constant => new(InitializerKind.Constant, header.InitScale ?? 0),
        _ => new(InitializerKind.Uniform, header.InitScale ?? (1 / Math.Sqrt(fanIn))),
    };

    /// <summary>First values of the bias beside such a weight: PyTorch's uniform +-1 / sqrt(fan in), or 0 where the layer sets a scheme.</summary>
    public static InitializerSpec Bias(LayerHeader header, long fanIn) => header.BiasInit is { } value
        ? new(InitializerKind.Constant, value)
        : header.Init != InitScheme.Default ? new(InitializerKind.Constant, 0) : new(InitializerKind.Uniform, 1 / Math.Sqrt(fanIn));

    /// <summary>First values of a gain per channel: 1 without a scheme.</summary>
    public static InitializerSpec Gain(LayerHeader header) => header.Init switch
    {
        InitScheme.Normal => new(InitializerKind.Normal, header.InitScale ?? 0.01),
        InitScheme.Uniform => new(InitializerKind.Uniform, header.InitScale ?? 1),
        InitScheme.Constant => new(InitializerKind.Constant, header.InitScale ?? 0),
        _ => new(InitializerKind.Constant, header.InitScale ?? 1),
    };

    /// <summary>Whether a scheme is defined for a vector: those that need fans, rows or a matrix are not.</summary>
    public static bool SuitsVector(InitScheme scheme) =>
        scheme is InitScheme.Default or InitScheme.Normal or InitScheme.Uniform or InitScheme.Constant;
}
