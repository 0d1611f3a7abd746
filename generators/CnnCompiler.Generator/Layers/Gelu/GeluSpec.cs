using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Gelu;

/// <summary>The value times the probability that a standard normal variable is smaller.</summary>
internal sealed partial record GeluLayer(LayerHeader Header) : Layer(Header)
{
    public static GeluLayer Parse(AttributeReader reader) => new(reader.Header());
}
