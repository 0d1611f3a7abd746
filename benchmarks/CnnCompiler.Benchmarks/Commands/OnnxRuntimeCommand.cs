using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Benchmarks.Peers;
using CnnCompiler.Benchmarks.Peers.OnnxRuntime;

namespace CnnCompiler.Benchmarks.Commands;

/// <summary><c>onnxruntime</c>, hidden: the child process of <c>peers</c> in which ONNX Runtime predicts.</summary>
internal static class OnnxRuntimeCommand
{
    private const string Name = "onnxruntime";
    private const double WarmUp = 1;

    public static Command Create()
    {
        var library = new Argument<string>("library");
        var model = new Argument<string>("model");
        var shape = new Argument<string>("shape");
        var outputs = new Argument<int>("outputs");
        var threads = new Argument<int>("threads");
        var command = new Command(Name, "Times predictions in ONNX Runtime.") { library, model, shape, outputs, threads };
        command.Hidden = true;
        command.SetAction(parsed => Serve(
            new OrtLibrary(parsed.GetValue(library)!), parsed.GetValue(model)!, [.. parsed.GetValue(shape)!.Split('x').Select(size => long.Parse(size, CultureInfo.InvariantCulture))],
            parsed.GetValue(outputs), parsed.GetValue(threads)));
        return command;
    }

    /// <summary>Starts this program again, with this command.</summary>
    /// <param name="library">ONNX Runtime's library.</param>
    /// <param name="model">The ONNX file.</param>
    /// <param name="input">The shape of one input.</param>
    /// <param name="outputs">Outputs of a sample.</param>
    /// <param name="batch">Samples of a call.</param>
    /// <param name="threads">Threads of a call.</param>
    public static ChildContestant Start(string library, string model, TensorShape input, int outputs, int batch, int threads)
    {
        string program = Environment.ProcessPath!;
        IEnumerable<string> assembly = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(OnnxRuntimeCommand).Assembly.Location] : [];
        return new ChildContestant(new ProcessStartInfo(program, [.. assembly, Name, library, model, $"{batch}x{input}", $"{outputs}", $"{threads}"]));
    }

    private static void Serve(OrtLibrary library, string model, long[] shape, int outputs, int threads)
    {
        float[] inputs = RandomValues.Create(RandomValues.InputSeed, shape.Aggregate((a, b) => a * b));
        using var session = new OrtSession(library, model, threads, shape, inputs, outputs);
        double shortest = CallTimer.WarmUp(session.Run, WarmUp);
        Answer(JsonSerializer.Serialize(new PeerReady($"ONNX Runtime {library.Version}", null), PeerMessagesContext.Default.PeerReady));
        while (Console.ReadLine() is { } line)
        {
            Answer(line.Split(' ') switch
            {
                ["measure", var seconds] => Measure(session, double.Parse(seconds, CultureInfo.InvariantCulture), shortest),
                ["outputs"] => JsonSerializer.Serialize(new PeerOutputs(MemoryMarshal.AsBytes(session.Outputs).ToArray()), PeerMessagesContext.Default.PeerOutputs),
                _ => throw new InvalidOperationException($"{Name}: '{line}' is not known; measure SECONDS or outputs."),
            });
        }
    }

    private static string Measure(OrtSession session, double seconds, double shortest)
    {
        Timing timing = CallTimer.Slice(session.Run, seconds, shortest);
        return JsonSerializer.Serialize(new PeerTiming(timing.MedianMilliseconds, timing.MinimumMilliseconds, timing.Calls), PeerMessagesContext.Default.PeerTiming);
    }

    private static void Answer(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
