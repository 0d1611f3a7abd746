using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>Where the peers are: the folder <c>benchmarks/peers</c> of this repository.</summary>
internal static class PeerFiles
{
    private const string Debian = "/usr/bin/python3";

    /// <summary>The folder.</summary>
    /// <exception cref="PeerException">The program does not run inside the repository.</exception>
    public static string Folder { get; } = Parents(AppContext.BaseDirectory).Concat(Parents(Directory.GetCurrentDirectory()))
        .Select(parent => Path.Combine(parent, "benchmarks", "peers"))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "install")))
        ?? throw new PeerException("benchmarks/peers/install is in no folder above this program or the current directory: run it inside the repository.");

    /// <summary>Starts a script of the folder in Python: the one for which Debian has PyTorch, if it is there.</summary>
    /// <param name="script">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo Python(string script, params IEnumerable<string> arguments) =>
        new(File.Exists(Debian) ? Debian : "python3", [Path.Combine(Folder, script), .. arguments]);

    /// <summary>What to do where something is missing.</summary>
    public static string Remedy => $"run {Path.Combine(Folder, "install")}";

    /// <summary>ONNX Runtime's library.</summary>
    /// <exception cref="PeerException">It is not installed.</exception>
    public static string OnnxRuntime()
    {
        string packages = Path.Combine(Folder, "onnxruntime", "node_modules", "onnxruntime-node", "bin");
        IEnumerable<string> found = Directory.Exists(packages) ? Directory.EnumerateFiles(packages, "libonnxruntime.so.1", SearchOption.AllDirectories) : [];
        return found.FirstOrDefault(path => path.Contains("linux/x64", StringComparison.Ordinal))
            ?? throw new PeerException($"ONNX Runtime is not installed: {Remedy}");
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (DirectoryInfo? folder = new(path); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
