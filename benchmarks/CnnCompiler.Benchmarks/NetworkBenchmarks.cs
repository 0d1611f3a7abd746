using BenchmarkDotNet.Attributes;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Benchmarks.Networks;

namespace CnnCompiler.Benchmarks;

/// <summary>The passes of each network on one thread.</summary>
public class NetworkBenchmarks
{
    private NetworkWork? _work;

    /// <summary>All networks.</summary>
    public static string[] Networks => NetworkCatalog.Names;

    /// <summary>The network.</summary>
    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    /// <summary>Samples of a call.</summary>
    [Params(1, 8)]
    public int Batch { get; set; }

    /// <summary>Makes the network.</summary>
    [GlobalSetup]
    public void SetUp() => _work = new NetworkWork(NetworkCatalog.Create(Network, new NetworkOptions { Threads = 1, MaxBatch = Batch }), Batch);

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
