using BenchmarkDotNet.Attributes;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Benchmarks.Networks;

namespace CnnCompiler.Benchmarks;

/// <summary>LeNet-5 on one thread.</summary>
public class NetworkBenchmarks
{
    private NetworkWork? _work;

    /// <summary>Samples of a call.</summary>
    [Params(1, 64)]
    public int Batch { get; set; }

    /// <summary>Makes the network.</summary>
    [GlobalSetup]
    public void SetUp() => _work = new NetworkWork(NetworkCatalog.Create("lenet5", new NetworkOptions { Threads = 1, MaxBatch = Batch }), Batch);

    /// <summary>Frees it.</summary>
    [GlobalCleanup]
    public void CleanUp() => _work?.Dispose();

    /// <summary>Forward.</summary>
    [Benchmark]
    public void Predict() => _work!.Predict();

    /// <summary>Forward and backward.</summary>
    [Benchmark]
    public void Gradient() => _work!.Gradient();

    /// <summary>Forward, backward and update.</summary>
    [Benchmark]
    public void Step() => _work!.Step();
}
