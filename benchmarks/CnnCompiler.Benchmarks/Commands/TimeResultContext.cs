using System.Text.Json.Serialization;

namespace CnnCompiler.Benchmarks.Commands;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TimeResult))]
internal sealed partial class TimeResultContext : JsonSerializerContext;
