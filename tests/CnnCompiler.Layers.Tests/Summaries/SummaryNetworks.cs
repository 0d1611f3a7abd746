using System;
using CnnCompiler.Testing;

namespace CnnCompiler.Layers.Tests.Summaries;

/// <summary>Networks whose tables and diagrams are looked at.</summary>
internal static class SummaryNetworks
{
    private const string Source = """
        using CnnCompiler;

        namespace Summarised;

        [Network(1, 28, 28), Conv(6, 5, Padding = 2), Relu, MaxPool(2), Conv(16, 5), Relu, MaxPool(2), Dense(120), Relu, Dense(84), Relu, Dense(10)]
        public partial class LeNet5;

        [Network(3, 8, 8), Conv(4, 3, Padding = 1, Frozen = true), Use<Block>(4), Use<Block>(8), Auxiliary<Head>(0.5), Concat<Identity, Wide>, Skip<Narrow>("sum"), Conv(2, 1), TakeSkip("sum"), GlobalAvgPool, Dense(5)]
        public partial class Branched;

        [Residual<Main, Projection>, Relu]
        abstract class Block
        {
            [Parameter] const int N = 4;
            [Conv(N, 3, Padding = 1, Bias = false), BatchNorm] class Main;
            [Conv(N, 1, Bias = false), BatchNorm] class Projection;
        }

        [GlobalAvgPool, Dense(5)] abstract class Head;
        abstract class Identity;
        [Conv(4, 3, Padding = 1)] abstract class Wide;
        [Conv(2, 1)] abstract class Narrow;

        [Network(2, 6, 6), Use<Unit>(Repeat = 60), GlobalAvgPool]
        public partial class Blocks;

        [Conv(2, 3, Padding = 1, Bias = false), BatchNorm, Tanh, Conv(2, 1)] abstract class Unit;

        [Network(6)]
        [Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(6), Tanh]
        [Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(6), Tanh]
        [Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(6), Tanh]
        [Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(6), Tanh]
        [Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(6), Tanh]
        [Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(5), Tanh, Dense(4), Tanh, Dense(3), Tanh, Dense(6), Tanh]
        public partial class @class;
        """;

    private static readonly Lazy<GeneratorRun> _run = new(() => GeneratorHarness.Run(Source));
    private static readonly Lazy<CompiledAssembly> _assembly = new(() => GeneratorHarness.Load(Run));

    /// <summary>The generated files.</summary>
    public static GeneratorRun Run => _run.Value;

    /// <summary>The compiled networks.</summary>
    public static CompiledAssembly Assembly => _assembly.Value;
}
