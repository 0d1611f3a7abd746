using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Benchmarks.Networks;

namespace CnnCompiler.Benchmarks;

/// <summary>
/// A 3x3 convolution, 64 to 64 channels on 56x56, one core: five in a row, so the times of a call hold five passes of each kind and the change of
/// layout at both ends. The columns of <see cref="PassColumn"/> give the speed of the pass that a row adds, and its share of the peak.
/// </summary>
[Config(typeof(ConvolutionSettings))]
public class ConvolutionBenchmarks
{
    private const int Batch = 4;
    private NetworkWork? _trained;
    private NetworkWork? _frozen;

    /// <summary>The instruction set.</summary>
    [ParamsSource(nameof(NativeIsas))]
    public Isa Isa { get; set; }

    /// <summary>Those of this processor.</summary>
    public static IEnumerable<Isa> NativeIsas => System.Enum.GetValues<Isa>().Where(FmaPeak.IsNative);

    /// <summary>Makes the networks.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var options = new NetworkOptions { Threads = 1, MaxBatch = Batch, Isa = Isa };
        _trained = new NetworkWork(new ConvChain5(options), Batch);
        _frozen = new NetworkWork(new FrozenConvChain5(options), Batch);
    }

    /// <summary>Frees them.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _trained?.Dispose();
        _frozen?.Dispose();
    }

    /// <summary>Prediction.</summary>
    [Benchmark(OperationsPerInvoke = 5 * Batch)]
    public void Forward() => _trained!.Predict();

    /// <summary>Forward, loss and the gradients by the inputs.</summary>
    [Benchmark(OperationsPerInvoke = 5 * Batch)]
    public void ForwardInputGradient() => _frozen!.InputGradientOfValues();

    /// <summary>Forward, loss and the gradients by inputs and weights.</summary>
    [Benchmark(OperationsPerInvoke = 5 * Batch)]
    public void ForwardInputWeightGradient() => _trained!.InputGradientOfValues();
}
