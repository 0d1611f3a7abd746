using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Benchmarks.Networks.BFloat16;
using CnnCompiler.Benchmarks.Peers;
using CnnCompiler.Zoo;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>weights</c>: predictions with float32 and with bfloat16 dense weights, next to a plain read of these weights, and how far the outputs are apart.</summary>
internal static class WeightsCommand
{
    private const double Slice = 0.3;

    // The two are measured in turn, so that a slow moment of the machine meets both.
    private static readonly (string Name, Func<NetworkOptions, Network> Float32, Func<NetworkOptions, Network> BFloat16)[] _pairs =
    [
        ("alexnet-dense", options => new AlexNetHead(options), options => new AlexNetHeadBFloat16(options)),
        ("alexnet", options => new AlexNetTorchvision(options), options => new AlexNetBFloat16(options)),
        ("vgg16-dense", options => new Vgg16Head(options), options => new Vgg16HeadBFloat16(options)),
        ("vgg16", options => new VggD(options), options => new Vgg16BFloat16(options)),
    ];

    public static Command Create()
    {
        Option<string[]> networks = ListOption.Names("--networks", "The networks.", [.. _pairs.Select(pair => pair.Name)]);
        Option<int[]> batches = ListOption.Counts("--batches", "Samples of a call.", [1]);
        Option<int> threads = PositiveOption.Create("--threads", "Threads of a call.");
        Option<int> rounds = PositiveOption.Create("--rounds", "How often each network is timed for 0.3 s.", 7);
        Option<string?> isa = IsaOption.Create();
        var command = new Command("weights", "Predictions with float32 and bfloat16 dense weights: fastest call, fastest plain read of these weights, difference of outputs.") { networks, batches, threads, rounds, isa };
        command.SetAction(parsed =>
        {
            Console.WriteLine("| network | batch | float32 ms | bfloat16 ms | ratio | plain read of float32 ms | of bfloat16 ms | largest difference |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            foreach (var pair in _pairs.Where(pair => parsed.GetValue(networks)!.Contains(pair.Name)))
            {
                foreach (int batch in parsed.GetValue(batches)!)
                {
                    var options = new NetworkOptions { Threads = parsed.GetValue(threads), MaxBatch = batch, Isa = IsaOption.Parse(parsed.GetValue(isa)) };
                    Report(pair.Name, pair.Float32(options), pair.BFloat16(options), batch, options.Threads, parsed.GetValue(rounds));
                }
            }
        });
        return command;
    }

    private static void Report(string name, Network float32, Network bfloat16, int batch, int threads, int rounds)
    {
        using NetworkWork exact = new(float32, batch), rounded = new(bfloat16, batch);
        RandomWeights.Fill(float32);
        RandomWeights.Fill(bfloat16);
        double bytes = float32.Parameters.Where(p => p.Name.Contains("dense", StringComparison.Ordinal) && p.Shape.Count > 1).Sum(p => (double)p.Length * sizeof(float));
        double exactTime = double.MaxValue, roundedTime = double.MaxValue, read = double.MaxValue;
        double exactShortest = CallTimer.WarmUp(exact.Predict, Slice), roundedShortest = CallTimer.WarmUp(rounded.Predict, Slice);
        for (int round = 0; round < rounds; round++)
        {
            exactTime = Math.Min(exactTime, CallTimer.Slice(exact.Predict, Slice, exactShortest).MinimumMilliseconds);
            roundedTime = Math.Min(roundedTime, CallTimer.Slice(rounded.Predict, Slice, roundedShortest).MinimumMilliseconds);
            read = Math.Min(read, 1000 * bytes / ReadPeak.Measure((long)bytes, threads, again: true));
        }

        float largest = 0, difference = 0;
        for (int i = 0; i < exact.Outputs.Length; i++)
        {
            largest = MathF.Max(largest, MathF.Abs(exact.Outputs[i]));
            difference = MathF.Max(difference, MathF.Abs(exact.Outputs[i] - rounded.Outputs[i]));
        }

        Console.WriteLine(string.Format(
            CultureInfo.InvariantCulture, "| {0} | {1} | {2:F2} | {3:F2} | {4:F2} | {5:F2} | {6:F2} | {7:E1} of the largest output |",
            name, batch, exactTime, roundedTime, exactTime / roundedTime, read, read / 2, difference / largest));
    }
}
