using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>
/// A peer in a process of its own, so that its threads and its memory are not ours. It stays alive between slices, and talks in lines:
/// a command on its standard input, JSON on its standard output.
/// </summary>
internal sealed class ChildContestant : IContestant
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    /// <summary>Starts a child and waits until it is warm.</summary>
    /// <param name="start">The program and its arguments.</param>
    /// <exception cref="PeerException">It cannot be started, or ends before it is ready.</exception>
    public ChildContestant(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        _process = PeerProcess.Start(start);
        try
        {
            PeerReady ready = Read(PeerMessagesContext.Default.PeerReady);
            Description = ready.Note is null ? ready.Version : $"{ready.Version}, {ready.Note}";
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Description { get; }

    public double Measure(double seconds) =>
        Ask(string.Create(CultureInfo.InvariantCulture, $"measure {seconds}"), PeerMessagesContext.Default.PeerTiming).MedianMs;

    /// <summary>The outputs of one call; only from a peer that predicts.</summary>
    public float[] Outputs() => MemoryMarshal.Cast<byte, float>(Ask("outputs", PeerMessagesContext.Default.PeerOutputs).Values).ToArray();

    public void Dispose()
    {
        // A closed input ends the child.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(_patience))
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private T Ask<T>(string command, JsonTypeInfo<T> type)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
        return Read(type);
    }

    private T Read<T>(JsonTypeInfo<T> type)
    {
        string name = $"{Path.GetFileName(_process.StartInfo.FileName)} {string.Join(' ', _process.StartInfo.ArgumentList)}";
        string? line = _process.StandardOutput.ReadLine();
        if (line is null)
        {
            _process.WaitForExit(_patience);
            throw new PeerException($"{name} ended{(_process.HasExited ? $" with code {_process.ExitCode}" : "")}. If something is not installed: {PeerFiles.Remedy}");
        }

        try
        {
            return JsonSerializer.Deserialize(line, type) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            throw new PeerException($"{name} wrote a line that is no answer: {line}");
        }
    }
}
