using System;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Zoo;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>generator</c>: how long a network takes to be checked and to become source, and how much that is.</summary>
internal static class GeneratorCommand
{
    public static Command Create()
    {
        var network = new Option<string>("--network") { Description = "A network of the Zoo.", DefaultValueFactory = _ => "LeNet5" };
        network.AcceptOnlyFromAmong([.. ZooCatalog.All.Select(known => known.Name)]);
        var command = new Command("generator", "Time of generator and analyzer on a network, and the size of what is written.") { network };
        command.SetAction(parsed => Run(parsed.GetValue(network)!));
        return command;
    }

    private static void Run(string network)
    {
        var work = new GeneratorWork(ZooSources.Of(network));
        long start = Stopwatch.GetTimestamp();
        GeneratorDriverRunResult result = work.Full();
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Timing full = CallTimer.Run(() => work.Full(), 3, 1);
        Timing edit = CallTimer.Run(() => work.AfterUnrelatedEdit(), 1, 0.3);
        Timing analysis = CallTimer.Run(() => work.Analyze(), 2, 1);
        string[] texts = [.. result.GeneratedTrees.Select(tree => tree.ToString())];
        Console.WriteLine($"generated: {texts.Length} files, {texts.Sum(text => (long)text.Length):N0} characters, {texts.Sum(text => text.Count(c => c == '\n')):N0} lines");
        Console.WriteLine($"first run in a process:       {first:F1} ms");
        Console.WriteLine($"run from nothing:             {full.MedianMilliseconds:F1} ms (median of {full.Calls})");
        Console.WriteLine($"run after an unrelated edit:  {edit.MedianMilliseconds:F2} ms (median of {edit.Calls})");
        Console.WriteLine($"analysis of a new state:      {analysis.MedianMilliseconds:F1} ms (median of {analysis.Calls})");
    }
}
