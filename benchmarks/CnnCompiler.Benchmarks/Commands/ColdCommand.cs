using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using CnnCompiler.Benchmarks.Networks;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>cold</c>: from the start of a process to its first prediction; <c>CnnCompiler.ColdStart</c> is the process.</summary>
internal static class ColdCommand
{
    private const string Program = "CnnCompiler.ColdStart";

    public static Command Create()
    {
        Option<string[]> networks = ListOption.Names("--networks", "The networks.", NetworkCatalog.Names);
        Option<int> runs = PositiveOption.Create("--runs", "Processes of each kind, started in turn.", 7);
        var r2r = new Option<FileInfo>("--r2r") { Description = $"{Program}.dll, published with -f net10.0 -r linux-x64 --self-contained false -p:ColdReadyToRun=true." };
        var aot = new Option<FileInfo>("--aot") { Description = $"{Program}, published with -f net9.0." };
        var command = new Command("cold", "Start of a process to its first prediction, one thread: medians in ms.") { networks, runs, r2r.AcceptExistingOnly(), aot.AcceptExistingOnly() };
        command.SetAction(parsed =>
        {
            List<(string Kind, string Path)> programs = [("JIT", Path.Combine(AppContext.BaseDirectory, "ColdStart", Program + ".dll"))];
            programs.AddRange(new[] { ("JIT, ReadyToRun", parsed.GetValue(r2r)), ("Native AOT", parsed.GetValue(aot)) }
                .Where(program => program.Item2 is not null).Select(program => (program.Item1, program.Item2!.FullName)));
            Console.WriteLine("| network | program | start to first prediction | runtime start | construction | first prediction | second prediction |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (string network in parsed.GetValue(networks)!)
                Report(network, programs, parsed.GetValue(runs));
        });
        return command;
    }

    private static void Report(string network, List<(string Kind, string Path)> programs, int runs)
    {
        List<double[]>[] found = [.. programs.Select(_ => new List<double[]>())];
        for (int run = 0; run < runs; run++)
        {
            for (int i = 0; i < programs.Count; i++)
                found[i].Add(Run(programs[i].Path, network));
        }

        for (int i = 0; i < programs.Count; i++)
        {
            double[] parts = [.. Enumerable.Range(0, 4).Select(part => Median(found[i], times => times[part]))];
            Console.WriteLine(string.Format(
                CultureInfo.InvariantCulture, "| {0} | {1} | {2:F0} | {3:F0} | {4:F1} | {5:F1} | {6:F2} |",
                network, programs[i].Kind, Median(found[i], times => times[..3].Sum()), parts[0], parts[1], parts[2], parts[3]));
        }
    }

    // The muxer that runs this program, for a dll; an executable by itself.
    private static double[] Run(string path, string network)
    {
        bool managed = path.EndsWith(".dll", StringComparison.Ordinal);
        string host = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        var start = new ProcessStartInfo(managed ? host : path) { RedirectStandardOutput = true };
        if (managed)
            start.ArgumentList.Add(path);
        start.ArgumentList.Add(network);
        start.ArgumentList.Add(Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));
        using Process process = Process.Start(start)!;
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. answer.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"{path} {network} ended with {process.ExitCode}.");
    }

    private static double Median(List<double[]> runs, Func<double[], double> value) => runs.Select(value).Order().ElementAt(runs.Count / 2);
}
