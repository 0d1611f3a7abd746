using System;
using System.CommandLine;
using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>peak</c>: what one core can do at most.</summary>
internal static class PeakCommand
{
    public static Command Create()
    {
        var command = new Command("peak", "Multiply-add peak of one core on each instruction set, in GFLOP/s.");
        command.SetAction(_ =>
        {
            foreach (Isa isa in Enum.GetValues<Isa>())
            {
                Console.WriteLine(FmaPeak.IsNative(isa)
                    ? $"{IsaOption.Name(isa),-8} {FmaPeak.Measure(isa, 100),7:F1} GFLOP/s"
                    : $"{IsaOption.Name(isa),-8} not on this processor");
            }
        });
        return command;
    }
}
