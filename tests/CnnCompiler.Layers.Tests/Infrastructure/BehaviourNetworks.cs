using System;
using CnnCompiler.Testing;
using Xunit;

namespace CnnCompiler.Layers.Tests.Infrastructure;

/// <summary>Networks with one property each, compiled together.</summary>
public static class BehaviourNetworks
{
    private const string Source = """
        using CnnCompiler;

        namespace Behaviour;

        [Network(1, 4, 4), Conv(1, 3, Bias = false), MeanSquaredErrorLoss] public partial class Correlation;
        [Network(1, 5, 5), Conv(1, 3), MeanSquaredErrorLoss] public partial class BinaryCorrelation;
        [Network(1, 5, 5), Conv(1, 3, Stride = 2), MeanSquaredErrorLoss] public partial class BinaryCorrelationStride2;
        [Network(1, 11), Conv(1, 2, Padding = 0), MeanSquaredErrorLoss] public partial class Difference;
        [Network(1, 5), Conv(1, 3, Padding = 1), MeanSquaredErrorLoss] public partial class Slope;
        [Network(1, 5), Conv(1, 3, Padding = 1, Stride = 2), MeanSquaredErrorLoss] public partial class SlopeStride2;
        [Network(1, 227, 227), Conv(1, 11, Stride = 4), MeanSquaredErrorLoss] public partial class AlexNetFirst;
        [Network(1, 4, 4), MaxPool(2), MeanSquaredErrorLoss] public partial class Maximum;
        [Network(1, 4, 4), Conv(1, 3, Padding = 1, Bias = false), MaxPool(2), MeanSquaredErrorLoss] public partial class Winners;
        [Network(1, 4, 4), AvgPool(2), MeanSquaredErrorLoss] public partial class Mean;
        [Network(3, 4, 6), MaxPool(3, Stride = 1), MeanSquaredErrorLoss] public partial class Overlapping;
        [Network(2, 3, 5), GlobalMaxPool, MeanSquaredErrorLoss] public partial class GlobalMaximum;
        [Network(3), Softmax, CrossEntropyLoss] public partial class Probabilities;
        [Network(3), LogSoftmax, NegativeLogLikelihoodLoss] public partial class LogProbabilities;
        [Network(5), Sigmoid, MeanSquaredErrorLoss] public partial class Logistic;
        [Network(5), Tanh, MeanSquaredErrorLoss] public partial class Hyperbolic;
        [Network(4), Relu, MeanSquaredErrorLoss] public partial class Rectifier;
        [Network(4), LeakyRelu(0.02), MeanSquaredErrorLoss] public partial class Leaky;
        [Network(6), Dense(10), CrossEntropyLoss] public partial class Ten;
        [Network(6), Dense(1000), CrossEntropyLoss] public partial class Thousand;
        [Network(6), Dense(1), BinaryCrossEntropyLoss] public partial class OneLogit;
        [Network(6), Dense(2), CrossEntropyLoss] public partial class TwoLogits;
        [Network(5, 4, 6), Conv(7, 1), MeanSquaredErrorLoss] public partial class Pointwise;
        [Network(5), Dense(7), MeanSquaredErrorLoss] public partial class Pixel;
        [Network(3, 5, 6), Conv(7, 5, 6), MeanSquaredErrorLoss] public partial class WholeMap;
        [Network(3, 5, 6), Dense(7), MeanSquaredErrorLoss] public partial class DenseMap;
        [Network(2, 12, 12), Conv(5, 3), Relu, Conv(4, 3), MeanSquaredErrorLoss] public partial class Shifted;
        [Network(6, 4, 5), BatchNorm, MeanSquaredErrorLoss] public partial class Normalised;
        [Network(2, 6, 6), Conv(5, 3, Bias = false), BatchNorm, Relu, MeanSquaredErrorLoss] public partial class Folded;
        [Network(1000), Dropout(0.3), MeanSquaredErrorLoss] public partial class Dropped;
        [Network(6, 9, 11), Dropout, MeanSquaredErrorLoss] public partial class DroppedMap;
        [Network(1000), Dropout(0.3), BatchNorm, MeanSquaredErrorLoss] public partial class DroppedNorm;
        [Network(37, 3, 5), SpatialDropout(0.3), BatchNorm, MeanSquaredErrorLoss] public partial class ChannelsDroppedNorm;
        [Network(50), Dropout(0.4), Dense(7), MeanSquaredErrorLoss] public partial class DroppedInput;
        [Network(50), Dense(200), Relu, Dropout, Dense(7), CrossEntropyLoss] public partial class DroppedHidden;
        [Network(10), Dropout(0.0), MeanSquaredErrorLoss] public partial class NotDropped;
        [Network(2008), Elu, MeanSquaredErrorLoss] public partial class EluLine;
        [Network(2008), Selu, MeanSquaredErrorLoss] public partial class SeluLine;
        [Network(2008), Gelu, MeanSquaredErrorLoss] public partial class GeluLine;
        [Network(2008), Silu, MeanSquaredErrorLoss] public partial class SiluLine;
        [Network(2008), Softplus, MeanSquaredErrorLoss] public partial class SoftplusLine;
        [Network(1001), AlphaDropout(0.2), MeanSquaredErrorLoss] public partial class AlphaDropped;
        [Network(37, 3, 5), SpatialDropout(0.3), MeanSquaredErrorLoss] public partial class ChannelsDropped;
        [Network(1, 28, 28), Conv(6, 5, Padding = 2), Relu, MaxPool(2), Conv(16, 5), Relu, MaxPool(2), Dense(120), Relu, Dense(84), Relu, Dense(10)] public partial class LeNet5;
        [Network(3, 10, 10), Conv(16, 3, Bias = false), BatchNorm, Relu, AvgPool(2), Dropout(0.2), Conv(20, 3), Tanh, GlobalAvgPool, Dense(5), Softmax] public partial class Mixed;
        [Network(2, 40), Conv(16, 5), LeakyRelu, MaxPool(2), Conv(8, 3), Sigmoid, GlobalMaxPool, Dense(3), MeanSquaredErrorLoss] public partial class SignalNet;
        [Network(16, 10, 10), Conv(32, 3, Padding = 1), Relu, Conv(16, 3, Padding = 1, WeightNorm = true), Tanh, GlobalAvgPool, Dense(5)] public partial class Derived;
        [Network(3, 6, 6), Conv(5, 3), Relu, Dense(40), Relu, Dense(7)] public partial class Exact;
        [Network(3, 6, 6, Weights = WeightFormat.BFloat16), Conv(5, 3), Relu, Dense(40), Relu, Dense(7)] public partial class Rounded;
        [Network(1, Weights = WeightFormat.BFloat16), Dense(1, Bias = false), MeanSquaredErrorLoss] public partial class RoundedWeight;
        [Network(4), Dense(3, Frozen = true), Dense(2), MeanSquaredErrorLoss] public partial class HalfFrozen;
        [Network(4), Dense(3, Frozen = true), MeanSquaredErrorLoss] public partial class AllFrozen;
        [Network(6, 3, 4), Conv(6, 3, Padding = 1, Groups = 3, Bias = false, Init = Init.Identity), MeanSquaredErrorLoss] public partial class GroupIdentity;

        [Network(3, 12, 12), Conv(16, 3, Padding = 1, Bias = false), BatchNorm, Relu, Use<Block>(16, 1), Use<Block>(32, 2), Use<Block>(32, 1), GlobalAvgPool, Dense(7)] public partial class Blocks;
        [Residual<Main, Projection>, Relu] abstract class Block
        {
            [Parameter] const int Filters = 16, Stride = 1;
            [Conv(Filters, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, Relu, Conv(Filters, 3, Padding = 1, Bias = false), BatchNorm] class Main;
            [Conv(Filters, 1, Stride = Stride, Bias = false), BatchNorm] class Projection;
        }

        [Network(3, 12, 12), Conv(16, 3), Relu, Use<Mixture>(16, 8, 32, 5), MaxPool(2), Use<Mixture>(32, 16, 48, 16), LocalResponseNorm(5), Dense(7)] public partial class Mixtures;
        [Concat<Left, Middle, Right>] abstract class Mixture
        {
            [Parameter] const int A = 16, B = 8, C = 32, D = 16;
            [Conv(A, 1), Relu] class Left;
            [Conv(B, 1), Relu, Conv(C, 3, Padding = 1), Relu] class Middle;
            [MaxPool(3, Stride = 1, Padding = 1), Conv(D, 1), Relu] class Right;
        }
        """;

    private static readonly Lazy<CompiledAssembly> _assembly = new(() => GeneratorHarness.Compile(Source));

    /// <summary>Every instruction set, for theories.</summary>
    public static TheoryData<Isa> EveryIsa => [.. Isas.All];

    /// <summary>The size of every generated method.</summary>
    public static CompiledAssembly Assembly => _assembly.Value;

    /// <summary>Makes a network.</summary>
    /// <param name="name">Its class.</param>
    /// <param name="isa">The instruction set.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="seed">Seed.</param>
    public static Network Create(string name, Isa isa, int threads = 1, int seed = 0) =>
        _assembly.Value[name].Create(new NetworkOptions { Isa = isa, Threads = threads, Seed = seed });
}
