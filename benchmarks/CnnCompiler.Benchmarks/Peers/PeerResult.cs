using System.Text.Json.Serialization;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>A row of the comparison. Property names become snake_case in JSON.</summary>
/// <param name="Network">The network.</param>
/// <param name="Pass">The pass.</param>
/// <param name="Batch">Samples of a call.</param>
/// <param name="Threads">Threads of a call.</param>
/// <param name="Isa">Our instruction set.</param>
/// <param name="Peer">The peer and its version.</param>
/// <param name="PeerMs">The peer's time: the median over rounds.</param>
/// <param name="OursMs">Our time: the median over rounds.</param>
/// <param name="Ratio">The peer's time by ours.</param>
/// <param name="LowestRatio">The lowest ratio of a round.</param>
/// <param name="HighestRatio">The highest ratio of a round.</param>
/// <param name="Goal">What is aimed at.</param>
/// <param name="Floor">What the ratio must not be below.</param>
/// <param name="Difference">Largest difference of the outputs by the largest output, or null where outputs are not compared.</param>
internal sealed record PeerResult(
    string Network, string Pass, int Batch, int Threads, string Isa, string Peer, double PeerMs, double OursMs,
    double Ratio, double LowestRatio, double HighestRatio, double Goal, double Floor, double? Difference);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PeerResult))]
internal sealed partial class PeerResultContext : JsonSerializerContext;
