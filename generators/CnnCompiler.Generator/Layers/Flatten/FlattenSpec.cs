using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Flatten;

/// <summary>Channels, rows and columns in this order as features.</summary>
internal sealed partial record FlattenLayer(LayerHeader Header) : Layer(Header)
{
    public static FlattenLayer Parse(AttributeReader reader) => new(reader.Header());
}
