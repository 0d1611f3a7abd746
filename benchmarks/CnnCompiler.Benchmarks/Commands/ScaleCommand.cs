using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Zoo;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>scale</c>: what a large network costs before it computes: generator, source, sizes of methods, start.</summary>
internal static class ScaleCommand
{
    // Half of what the JIT optimises: 60,000 bytes, 20,000 instructions, 2,000 blocks, 2,000 locals.
    private const int MostIlBytes = 30_000, MostInstructions = 10_000, MostBlocks = 1_000, MostLocals = 1_000;

    public static Command Create()
    {
        var network = new Option<string[]>("--network")
        {
            Description = "Networks of the Zoo. A process's first one is cold.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["ResNet152", "GoogLeNet"],
        };
        network.AcceptOnlyFromAmong([.. ZooCatalog.All.Select(known => known.Name)]);
        var all = new Option<bool>("--all") { Description = "The whole Zoo in one compilation instead, and the time to compile it." };
        var command = new Command("scale", "Time of the generator, size of its source, largest methods and the first prediction of large networks.") { network, all };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(all))
            {
                All();
                return;
            }

            foreach (string name in parsed.GetValue(network)!)
                One(ZooCatalog.Find(name)!);
        });
        return command;
    }

    private static void One(ZooNetwork network)
    {
        Console.WriteLine(network.Name);
        First(network);
        var work = new GeneratorWork(ZooSources.Of(network.Name));
        GeneratorDriverRunResult result = Generate(work, 2);
        IEnumerable<string> kernels = result.GeneratedTrees.Select(tree => tree.FilePath.Split('.')).Select(parts => parts[^3]);
        Largest(new HashSet<string>(kernels) { network.Name }.Contains);
    }

    private static void All()
    {
        Console.WriteLine($"{ZooCatalog.All.Count} networks");
        var work = new GeneratorWork(ZooSources.All);
        Generate(work, 5);
        Largest(_ => true);
        long start = Stopwatch.GetTimestamp();
        work.Compile();
        Console.WriteLine($"  generator and compiler, in this process: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MiB");
    }

    private static GeneratorDriverRunResult Generate(GeneratorWork work, double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        GeneratorDriverRunResult result = work.Full();
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Timing warm = CallTimer.Run(() => work.Full(), seconds, 0);
        string[] texts = [.. result.GeneratedTrees.Select(tree => tree.ToString())];
        Console.WriteLine($"  source, all instruction sets: {texts.Length:N0} files, {texts.Sum(text => text.Count(c => c == '\n')):N0} lines, {texts.Sum(text => (long)text.Length):N0} characters");
        Console.WriteLine($"  generator: first {first:F0} ms, then {warm.MedianMilliseconds:F0} ms (median of {warm.Calls})");
        return result;
    }

    // As this program is compiled: with the instruction sets that CnnCompilerIsas leaves.
    private static void Largest(Func<string, bool> classes)
    {
        IReadOnlyList<MethodSize> sizes = MethodSizes.Read(typeof(ZooCatalog).Assembly.Location, classes);
        Report("IL bytes", MostIlBytes, size => size.IlBytes);
        Report("IL instructions", MostInstructions, size => size.Instructions);
        Report("basic blocks", MostBlocks, size => size.Blocks);
        Report("locals", MostLocals, size => size.Locals);

        void Report(string what, int most, Func<MethodSize, int> of)
        {
            MethodSize largest = sizes.MaxBy(of);
            Console.WriteLine($"  most {what}: {of(largest):N0}, {100.0 * of(largest) / most:F0} % of the budget of {most:N0}: {largest.Name}");
        }
    }

    private static void First(ZooNetwork network)
    {
        long start = Stopwatch.GetTimestamp();
        using Network net = network.Create();
        double created = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var input = new float[net.InputSize];
        var output = new float[net.OutputSize];
        start = Stopwatch.GetTimestamp();
        net.Predict(input, output);
        double first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        net.Predict(input, output);
        double second = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine($"  start: instance with initial weights {created:F0} ms, first prediction {first:F0} ms (methods are compiled), second {second:F1} ms");
    }
}
