using CnnCompiler;

namespace Consumer.Images;

/// <summary>A class around a network.</summary>
public static partial class Outer
{
    [Network(2, 8, 8)]
    [Concat<Wide, Pooled, Identity>, Save("joined"), Conv(8, 1), ConcatWith("joined")]
    [Auxiliary<Head>, GlobalAvgPool, Dense(3)]
    internal sealed partial class @class;

    [Conv(4, 3, Padding = 1), Relu]
    private abstract class Wide;

    [MaxPool(3, Stride = 1, Padding = 1)]
    private abstract class Pooled;

    private abstract class Identity;

    [GlobalMaxPool, Dense(3)]
    private abstract class Head;
}

[Network(1, 32)]
internal sealed partial class Signal;

[Conv(4, 5, Causal = true, Dilation = 2), Tanh, AvgPool(2)]
[Dense(4), LogSoftmax, NegativeLogLikelihoodLoss]
internal sealed partial class Signal;
