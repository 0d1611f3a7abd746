using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using CnnCompiler.Benchmarks.Layers;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Benchmarks.Networks;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>layers</c>: where the time of a pass goes, layer by layer, next to the roofline.</summary>
internal static class LayersCommand
{
    public static Command Create()
    {
        var network = new Option<string>("--network") { Required = true, Description = "The network." };
        network.AcceptOnlyFromAmong(NetworkCatalog.Names);
        var pass = new Option<string>("--pass") { Description = "predict or gradient.", DefaultValueFactory = _ => PassNames.Predict };
        pass.AcceptOnlyFromAmong(PassNames.Predict, PassNames.Gradient);
        Option<int> batch = PositiveOption.Create("--batch", "Samples of a call.");
        Option<int> threads = PositiveOption.Create("--threads", "Threads of a call.");
        var seconds = new Option<double>("--seconds") { Description = "How long to time.", DefaultValueFactory = _ => 5 };
        Option<string?> isa = IsaOption.Create();
        var command = new Command("layers", "Time, speed, share of the multiply-add peak and memory traffic of each layer of a pass; what loses most against its roofline comes first.")
        {
            network, pass, batch, threads, seconds, isa,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(network)!, parsed.GetValue(pass)!, parsed.GetValue(batch), parsed.GetValue(threads), parsed.GetValue(seconds),
            IsaOption.Parse(parsed.GetValue(isa))));
        return command;
    }

    private static void Run(string name, string pass, int batch, int threads, double seconds, Isa? isa)
    {
        var passWork = new PassWork(ZooPlan.Create(NetworkCatalog.ClassName(name)), pass == PassNames.Gradient);
        int chunks = passWork.Chunks(batch);

        // Parts of a gradient are traced one after the other.
        threads = pass == PassNames.Gradient && chunks > 1 ? 1 : threads;
        using var work = new NetworkWork(NetworkCatalog.Create(name, new NetworkOptions { Threads = threads, MaxBatch = batch, Isa = isa }), batch);
        double peak = FmaPeak.Measure(work.Isa);
        PassTimes times = PassTimes.Measure(work, pass, passWork, chunks, seconds);
        peak = 1e9 * threads * Math.Max(peak, FmaPeak.Measure(work.Isa));
        List<LayerRow> rows = [.. passWork.Layers().Select(layer => LayerRow.Create(layer, times, batch, chunks, peak, threads)).OrderByDescending(row => row.LostSeconds)];
        Console.WriteLine($"{name}, {pass}, batch {batch}, threads {threads}, {IsaOption.Name(work.Isa)}: {1000 * times.CallSeconds:F3} ms a call, "
            + $"{1000 * rows.Sum(row => row.Seconds):F3} ms in kernels (medians of {times.Calls}); multiply-add peak {peak / 1e9:F0} GFLOP/s");
        LayerTable.Print(rows, peak);
    }
}
