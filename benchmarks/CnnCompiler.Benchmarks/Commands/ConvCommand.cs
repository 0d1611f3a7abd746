using System;
using System.CommandLine;
using System.Linq;
using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>conv</c>: the passes of a 3x3 convolution as shares of the core's peak.</summary>
internal static class ConvCommand
{
    public static Command Create()
    {
        Option<string?> isa = IsaOption.Create();
        var batch = new Option<int>("--batch") { Description = "Samples of a call.", DefaultValueFactory = _ => 4 };
        var seconds = new Option<double>("--seconds") { Description = "How long to measure, for each instruction set.", DefaultValueFactory = _ => 6 };
        var command = new Command("conv", "A 3x3 convolution, 64 to 64 channels on 56x56, one core: each pass and its share of the peak of the same run.")
        {
            isa, batch, seconds,
        };
        command.SetAction(parsed =>
        {
            Isa[] isas = IsaOption.Parse(parsed.GetValue(isa)) is { } one ? [one] : [.. Enum.GetValues<Isa>().Where(FmaPeak.IsNative)];
            foreach (Isa each in isas)
            {
                Run(each, parsed.GetValue(batch), parsed.GetValue(seconds));
            }
        });
        return command;
    }

    private static void Run(Isa isa, int batch, double seconds)
    {
        double peak = FmaPeak.Measure(isa);
        using var passes = new ConvPasses(isa, batch);
        (double forward, double inputGradient, double weightGradient) = passes.Measure(seconds);
        peak = Math.Max(peak, FmaPeak.Measure(isa));
        Console.WriteLine($"{IsaOption.Name(isa)}: FMA peak {peak:F1} GFLOP/s, batch {batch}");
        Print("forward", forward);
        Print("input gradient", inputGradient);
        Print("weight gradient", weightGradient);

        void Print(string pass, double time)
        {
            double speed = ConvPasses.Operations / time / 1e9;
            Console.WriteLine($"  {pass,-15} {1000 * time,7:F3} ms per sample  {speed,6:F1} GFLOP/s  {100 * speed / peak,5:F1} % of peak");
        }
    }
}
