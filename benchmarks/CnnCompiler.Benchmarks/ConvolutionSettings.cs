using BenchmarkDotNet.Configs;

namespace CnnCompiler.Benchmarks;

/// <summary>Adds the columns of speed to the table of <see cref="ConvolutionBenchmarks"/>.</summary>
internal sealed class ConvolutionSettings : ManualConfig
{
    public ConvolutionSettings() => AddColumn(new PassColumn(ofPeak: false), new PassColumn(ofPeak: true));
}
