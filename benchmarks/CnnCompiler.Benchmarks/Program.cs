using System.CommandLine;
using System.Globalization;
using BenchmarkDotNet.Running;
using CnnCompiler.Benchmarks;
using CnnCompiler.Benchmarks.Commands;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["bdn", .. var rest])
{
    BenchmarkSwitcher.FromAssembly(typeof(BenchmarkSettings).Assembly).Run(rest, new BenchmarkSettings());
    return 0;
}

return new RootCommand("Measures compiled networks, their kernels and the generator.")
{
    TimeCommand.Create(),
    LayersCommand.Create(),
    PeersCommand.Create(),
    OnnxRuntimeCommand.Create(),
    PeakCommand.Create(),
    ConvCommand.Create(),
    GeneratorCommand.Create(),
    ScaleCommand.Create(),
    MemoryCommand.Create(),
    WeightsCommand.Create(),
    ColdCommand.Create(),
    new Command("bdn", "The BenchmarkDotNet tables; further arguments are those of BenchmarkDotNet, e.g. --filter '*Convolution*'."),
}.Parse(args).Invoke();
