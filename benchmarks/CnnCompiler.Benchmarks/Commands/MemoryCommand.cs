using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CnnCompiler.Benchmarks.Layers;
using CnnCompiler.Benchmarks.Networks;
using CnnCompiler.Benchmarks.Peers;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>memory</c>: what an instance holds at batch 1, next to its constants, to the lower bound, and to what PyTorch holds.</summary>
internal static class MemoryCommand
{
    private const double Megabyte = 1e6;

    public static Command Create()
    {
        Option<string[]> networks = ListOption.Names("--networks", "The networks.", NetworkCatalog.Names);
        var command = new Command("memory", "Memory of networks at batch 1, one thread, in MB (10^6 bytes), and that of PyTorch where benchmarks/peers/install has run.") { networks };
        command.SetAction(parsed =>
        {
            Console.WriteLine("| network | pass | constant | held | lower bound | PyTorch |");
            Console.WriteLine("|---|---|---|---|---|---|");
            foreach (string name in parsed.GetValue(networks)!)
                Report(name);
        });
        return command;
    }

    private static void Report(string name)
    {
        using Network net = NetworkCatalog.Create(name, new NetworkOptions { Threads = 1, MaxBatch = 1 });
        NetworkSummary summary = net.Description;
        var input = new float[net.InputSize];
        net.Predict(input, new float[net.OutputSize]);
        long predict = net.NativeBytes;
        net.Gradient(input, new int[1]);
        NetworkPlan plan = ZooPlan.Create(NetworkCatalog.ClassName(name));
        long weights = net.Parameters.Concat(net.Buffers).Sum(parameter => (long)parameter.Length * sizeof(float));
        JsonElement? peer = Peer(name);
        Row(name, "predict", summary.PredictBytes, predict, weights + Alive(plan.Predict), peer, "predict");
        Row(name, "gradient", summary.GradientBytes, net.NativeBytes, (2 * weights) + Alive(plan.Gradient), peer, "gradient");
    }

    private static void Row(string name, string pass, long constant, long held, long least, JsonElement? peer, string property) => Console.WriteLine(string.Format(
        CultureInfo.InvariantCulture, "| {0} | {1} | {2:F1} | {3:F1} | {4:F1} | {5} |", name, pass, constant / Megabyte, held / Megabyte, least / Megabyte,
        peer is { } found ? (found.GetProperty(property).GetInt64() / Megabyte).ToString("F1", CultureInfo.InvariantCulture) : "not installed"));

    // Activations (and gradients of them) that are alive at the busiest step: for prediction, the largest pair that a layer reads and writes.
    private static long Alive(PassPlan pass)
    {
        var alive = new long[pass.Steps.Count];
        var lives = from used in pass.Steps.SelectMany((step, index) => step.Bindings.Select(binding => (binding.Tensor.Root, Index: index)))
                    where used.Root.Space == Space.Values
                    group used.Index by used.Root into life
                    select (Tensor: life.Key, First: life.Min(), Last: life.Max());
        foreach ((Tensor tensor, int first, int last) in lives)
        {
            for (int step = first; step <= last; step++)
                alive[step] += tensor.Floats * sizeof(float);
        }

        return alive.Max();
    }

    private static JsonElement? Peer(string name)
    {
        try
        {
            ProcessStartInfo start = PeerFiles.Python("memory.py", name);
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            using Process process = Process.Start(start)!;
            string answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? JsonDocument.Parse(answer).RootElement : null;
        }
        catch (Exception exception) when (exception is PeerException or System.ComponentModel.Win32Exception or JsonException)
        {
            return null;
        }
    }
}
