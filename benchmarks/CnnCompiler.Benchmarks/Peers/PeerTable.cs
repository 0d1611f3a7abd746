using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>The comparison as a table in Markdown, row by row.</summary>
internal static class PeerTable
{
    /// <summary>Prints the machine and the head of the table.</summary>
    /// <param name="seconds">How long each side measures in a round.</param>
    /// <param name="rounds">Rounds.</param>
    public static void Begin(double seconds, int rounds)
    {
        Isa isa = Enum.GetValues<Isa>().Last(FmaPeak.IsNative);
        Console.WriteLine($"{Processor()}, {Environment.ProcessorCount} cores; {isa}, multiply-add peak of one core {FmaPeak.Measure(isa, 50):F0} GFLOP/s; "
            + $"{RuntimeInformation.FrameworkDescription}; medians of {rounds} rounds of {seconds} s a side; ratio = peer / ours (lowest and highest of a round)");
        Console.WriteLine();
        Console.WriteLine("| network | pass | batch | threads | peer | peer, ms | ours, ms | ratio | goal (floor) | outputs differ by |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
    }

    /// <summary>Prints a row.</summary>
    /// <param name="row">The row.</param>
    public static void Add(PeerResult row)
    {
        string verdict = row.Ratio >= row.Goal ? "" : row.Ratio >= row.Floor ? ", below the goal" : ", **below the floor**";
        Console.WriteLine($"| {row.Network} | {row.Pass} | {row.Batch} | {row.Threads} | {row.Peer} | {Time(row.PeerMs)} | {Time(row.OursMs)} "
            + $"| {row.Ratio:F2} ({row.LowestRatio:F2} to {row.HighestRatio:F2}) | {row.Goal} ({row.Floor}){verdict} | {(row.Difference is { } difference ? $"{difference:0.0E+0}" : "")} |");
    }

    // Three digits, whatever the unit of the pass.
    private static string Time(double milliseconds) => milliseconds < 1 ? $"{milliseconds:F4}" : milliseconds < 100 ? $"{milliseconds:F2}" : $"{milliseconds:F0}";

    private static string Processor()
    {
        const string Linux = "/proc/cpuinfo";
        string? line = File.Exists(Linux) ? File.ReadLines(Linux).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
