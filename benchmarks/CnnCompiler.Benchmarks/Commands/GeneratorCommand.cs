using System;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using CnnCompiler.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>generator</c>: how long LeNet-5 takes to become source, and how much that is.</summary>
internal static class GeneratorCommand
{
    public static Command Create()
    {
        var command = new Command("generator", "Time of the generator on LeNet-5, and the size of what it writes.");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        var work = new GeneratorWork("LeNet5.cs");
        long start = Stopwatch.GetTimestamp();
        GeneratorDriverRunResult result = work.Full();
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Timing full = CallTimer.Run(() => work.Full(), 3, 1);
        Timing edit = CallTimer.Run(() => work.AfterUnrelatedEdit(), 1, 0.3);
        string[] texts = [.. result.GeneratedTrees.Select(tree => tree.ToString())];
        Console.WriteLine($"generated: {texts.Length} files, {texts.Sum(text => (long)text.Length):N0} characters, {texts.Sum(text => text.Count(c => c == '\n')):N0} lines");
        Console.WriteLine($"first run in a process:       {first:F1} ms");
        Console.WriteLine($"run from nothing:             {full.MedianMilliseconds:F1} ms (median of {full.Calls})");
        Console.WriteLine($"run after an unrelated edit:  {edit.MedianMilliseconds:F2} ms (median of {edit.Calls})");
    }
}
