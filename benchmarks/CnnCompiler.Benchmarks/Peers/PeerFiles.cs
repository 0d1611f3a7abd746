using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>Where the peers are: the folder <c>benchmarks/peers</c> of this repository.</summary>
internal static class PeerFiles
{
    private const string Debian = "/usr/bin/python3";

    /// <summary>The folder.</summary>
    /// <exception cref="InvalidOperationException">The program does not run inside the repository.</exception>
    public static string Folder { get; } = Parents(AppContext.BaseDirectory).Concat(Parents(Directory.GetCurrentDirectory()))
        .Select(parent => Path.Combine(parent, "benchmarks", "peers"))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "install")))
        ?? throw new InvalidOperationException("benchmarks/peers/install is in no folder above this program or the current directory: run it inside the repository.");

    /// <summary>Python, where Debian's packages are.</summary>
    public static string Python => File.Exists(Debian) ? Debian : "python3";

    /// <summary>A script in the folder.</summary>
    /// <param name="name">Its name.</param>
    public static string Script(string name) => Path.Combine(Folder, name);

    /// <summary>ONNX Runtime's library.</summary>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static string OnnxRuntime()
    {
        string packages = Path.Combine(Folder, "onnxruntime", "node_modules", "onnxruntime-node", "bin");
        IEnumerable<string> found = Directory.Exists(packages) ? Directory.EnumerateFiles(packages, "libonnxruntime.so.1", SearchOption.AllDirectories) : [];
        return found.FirstOrDefault(path => path.Contains("linux/x64", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"ONNX Runtime is not installed: run {Path.Combine(Folder, "install")}");
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (DirectoryInfo? folder = new(path); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
