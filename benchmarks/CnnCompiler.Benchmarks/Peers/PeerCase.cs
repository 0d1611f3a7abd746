namespace CnnCompiler.Benchmarks.Peers;

/// <summary>What is compared.</summary>
/// <param name="Network">The network.</param>
/// <param name="Pass">The pass: prediction with ONNX Runtime, a training step with PyTorch.</param>
/// <param name="Batch">Samples of a call.</param>
/// <param name="Threads">Threads of a call.</param>
internal readonly record struct PeerCase(string Network, string Pass, int Batch, int Threads);
