using System;
using System.Diagnostics;
using System.IO;
using CnnCompiler.Benchmarks.Networks;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>Networks as ONNX files with the same weights as ours, in a temporary folder. Only the last one is kept: they are large.</summary>
internal sealed class OnnxModels : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cnncompiler-peers-").FullName;
    private (string Network, TensorShape Input, int Outputs)? _current;

    private string File => Path.Combine(_folder, "model.onnx");

    /// <summary>A model.</summary>
    /// <param name="network">The name of the network.</param>
    /// <returns>Its file, the shape of its input, and the number of its outputs.</returns>
    /// <exception cref="PeerException">PyTorch could not write it.</exception>
    public (string File, TensorShape Input, int Outputs) Get(string network)
    {
        if (_current is not { } current || current.Network != network)
        {
            using Network net = NetworkCatalog.Create(network, new NetworkOptions());
            Export(network, net);
            _current = current = (network, net.InputShape, net.OutputSize);
        }

        return (File, current.Input, current.Outputs);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Export(string network, Network net)
    {
        string weights = Path.Combine(_folder, "weights.safetensors");
        RandomWeights.Fill(net);
        net.Save(weights);
        using Process export = PeerProcess.Start(PeerFiles.Python("export.py", network, weights, File));
        export.WaitForExit();
        if (export.ExitCode != 0)
        {
            throw new PeerException($"PyTorch could not export {network}. If it is not installed: {PeerFiles.Remedy}");
        }

        System.IO.File.Delete(weights);
    }
}
