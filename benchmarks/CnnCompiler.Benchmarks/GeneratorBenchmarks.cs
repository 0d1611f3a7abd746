using BenchmarkDotNet.Attributes;
using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks;

/// <summary>The generator on LeNet-5.</summary>
public class GeneratorBenchmarks
{
    private readonly GeneratorWork _work = new("LeNet5.cs");

    /// <summary>A build.</summary>
    [Benchmark]
    public object Full() => _work.Full();

    /// <summary>A key in another file of the editor.</summary>
    [Benchmark]
    public object AfterUnrelatedEdit() => _work.AfterUnrelatedEdit();
}
