using System.Text.Json.Serialization;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>A child's first line.</summary>
/// <param name="Version">Its name and version.</param>
/// <param name="Note">What it chose, or null.</param>
internal sealed record PeerReady(string Version, string? Note);

/// <summary>A child's answer to <c>measure SECONDS</c>.</summary>
internal sealed record PeerTiming(double MedianMs, double MinMs, int Calls);

/// <summary>A child's answer to <c>outputs</c>.</summary>
/// <param name="Values">The outputs of one call, as base64 of 32-bit floats.</param>
internal sealed record PeerOutputs(byte[] Values);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PeerReady))]
[JsonSerializable(typeof(PeerTiming))]
[JsonSerializable(typeof(PeerOutputs))]
internal sealed partial class PeerMessagesContext : JsonSerializerContext;
