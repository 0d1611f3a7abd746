using BenchmarkDotNet.Attributes;
using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks;

/// <summary>Generator and analyzer on networks of the Zoo, warm, as in an editor.</summary>
public class GeneratorBenchmarks
{
    private GeneratorWork _work = null!;

    /// <summary>The network.</summary>
    [Params("LeNet5", "ResNet50")]
    public string Network { get; set; } = "";

    /// <summary>Makes the compilation.</summary>
    [GlobalSetup]
    public void Setup() => _work = new GeneratorWork(ZooSources.Of(Network));

    /// <summary>A build.</summary>
    [Benchmark]
    public object Full() => _work.Full();

    /// <summary>A key in another file of the editor.</summary>
    [Benchmark]
    public object AfterUnrelatedEdit() => _work.AfterUnrelatedEdit();

    /// <summary>The diagnostics of a new state of the file: attributes are bound again, shapes checked.</summary>
    [Benchmark]
    public object Analysis() => _work.Analyze();
}
