using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.GlobalMaxPool;

/// <summary>The maximum of each channel over all positions.</summary>
internal sealed partial record GlobalMaxPoolLayer(LayerHeader Header) : Layer(Header)
{
    public static GlobalMaxPoolLayer Parse(AttributeReader reader) => new(reader.Header());
}
