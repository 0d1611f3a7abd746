using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Selu;

/// <summary>The exponential linear unit whose constants keep mean 0 and variance 1.</summary>
internal sealed partial record SeluLayer(LayerHeader Header) : Layer(Header)
{
    public static SeluLayer Parse(AttributeReader reader) => new(reader.Header());
}
