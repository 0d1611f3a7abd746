using System;
using System.CommandLine;
using System.Text.Json;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Benchmarks.Networks;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>time</c>: one pass of one network, as a line of JSON.</summary>
internal static class TimeCommand
{
    public static Command Create()
    {
        var network = new Option<string>("--network") { Required = true, Description = "The network." };
        network.AcceptOnlyFromAmong(NetworkCatalog.Names);
        var pass = new Option<string>("--pass") { Description = "predict, gradient, or step (gradient and update by SGD with momentum).", DefaultValueFactory = _ => PassNames.Predict };
        pass.AcceptOnlyFromAmong(PassNames.Predict, PassNames.Gradient, PassNames.Step);
        Option<int> batch = PositiveOption.Create("--batch", "Samples of a call.");
        Option<int> threads = PositiveOption.Create("--threads", "Threads of a call.");
        var seconds = new Option<double>("--seconds") { Description = "How long to time.", DefaultValueFactory = _ => 5 };
        Option<string?> isa = IsaOption.Create();
        var command = new Command("time", "Times one pass of one network and prints a line of JSON.") { network, pass, batch, threads, seconds, isa };
        command.SetAction(parsed => Run(
            parsed.GetValue(network)!, parsed.GetValue(pass)!, parsed.GetValue(batch), parsed.GetValue(threads), parsed.GetValue(seconds),
            IsaOption.Parse(parsed.GetValue(isa))));
        return command;
    }

    private static void Run(string name, string pass, int batch, int threads, double seconds, Isa? isa)
    {
        Network net = NetworkCatalog.Create(name, new NetworkOptions { Threads = threads, MaxBatch = batch, Isa = isa });
        using var work = new NetworkWork(net, batch);
        Timing timing = CallTimer.Run(work.Pass(pass), seconds, Math.Clamp(seconds / 2, 0.3, 2));
        var result = new TimeResult(
            name, pass, batch, threads, IsaOption.Name(work.Isa), timing.MedianMilliseconds, timing.MinimumMilliseconds, timing.AllocatedBytes);
        Console.WriteLine(JsonSerializer.Serialize(result, TimeResultContext.Default.TimeResult));
    }
}
