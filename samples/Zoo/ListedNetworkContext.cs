using System.Text.Json.Serialization;

namespace Samples;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ListedNetwork))]
internal sealed partial class ListedNetworkContext : JsonSerializerContext;
