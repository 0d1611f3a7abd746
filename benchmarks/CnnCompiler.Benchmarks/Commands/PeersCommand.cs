using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Text.Json;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Benchmarks.Networks;
using CnnCompiler.Benchmarks.Peers;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>peers</c>: ours against ONNX Runtime (prediction) and PyTorch (training step).</summary>
internal static class PeersCommand
{
    // Far above what rounding gives in these networks, far below what a wrong layer gives.
    private const double Tolerance = 1e-3;

    public static Command Create()
    {
        Option<string[]> networks = ListOption.Names("--networks", "The networks.", NetworkCatalog.Names);
        Option<string[]> passes = ListOption.Names("--passes", "predict: against ONNX Runtime; step: against PyTorch.", [PassNames.Predict, PassNames.Step]);
        Option<int[]> batches = ListOption.Counts("--batch", "Samples of a call. Default: 1 to predict; for a step 64 with LeNet-5 and ResNet-20, otherwise 8.", []);
        Option<int[]> threads = ListOption.Counts("--threads", "Threads of a call.", [1, 2]);
        var seconds = new Option<double>("--seconds") { Description = "How long each side measures in a round.", DefaultValueFactory = _ => 1 };
        Option<int> rounds = PositiveOption.Create("--rounds", "Rounds in which both sides take turns.", 7);
        var check = new Option<bool>("--check") { Description = "Only compare the outputs of predictions." };
        var json = new Option<bool>("--json") { Description = "Lines of JSON in place of a table." };
        var command = new Command("peers", "Ours and theirs in turn, and the ratios of the medians. benchmarks/peers/install installs the peers.")
        {
            networks, passes, batches, threads, seconds, rounds, check, json,
        };
        command.SetAction(parsed =>
        {
            bool checks = parsed.GetValue(check);
            List<PeerCase> cases = Cases(
                parsed.GetValue(networks)!, checks ? [PassNames.Predict] : parsed.GetValue(passes)!, parsed.GetValue(batches)!, parsed.GetValue(threads)!);
            try
            {
                using var models = new OnnxModels();
                return checks ? Check(cases, models) : Run(cases, models, parsed.GetValue(seconds), parsed.GetValue(rounds), parsed.GetValue(json));
            }
            catch (PeerException failure)
            {
                Console.Error.WriteLine(failure.Message);
                return 1;
            }
        });
        return command;
    }

    private static List<PeerCase> Cases(string[] networks, string[] passes, int[] batches, int[] threads)
    {
        var cases = new List<PeerCase>();
        foreach (string network in networks)
        {
            foreach (string pass in passes)
            {
                foreach (int batch in batches.Length > 0 ? batches : [PeerGoal.Of(network, pass).Batch])
                {
                    foreach (int thread in threads)
                    {
                        cases.Add(new PeerCase(network, pass, batch, thread));
                    }
                }
            }
        }

        return cases;
    }

    private static int Check(List<PeerCase> cases, OnnxModels models)
    {
        bool allEqual = true;
        foreach (PeerCase which in cases)
        {
            double difference = Comparison.Check(which, models);
            allEqual &= difference <= Tolerance;
            Console.WriteLine($"{which.Network}, batch {which.Batch}, threads {which.Threads}: outputs differ from ONNX Runtime's by {difference:0.0E+0} of the largest at most");
        }

        return allEqual ? 0 : 1;
    }

    private static int Run(List<PeerCase> cases, OnnxModels models, double seconds, int rounds, bool json)
    {
        if (!json)
        {
            PeerTable.Begin(seconds, rounds);
        }

        bool allEqual = true;
        foreach (PeerCase which in cases)
        {
            PeerResult result = Comparison.Run(which, models, seconds, rounds);
            allEqual &= result.Difference is null or <= Tolerance;
            if (json)
            {
                Console.WriteLine(JsonSerializer.Serialize(result, PeerResultContext.Default.PeerResult));
            }
            else
            {
                PeerTable.Add(result);
            }
        }

        return allEqual ? 0 : 1;
    }
}
