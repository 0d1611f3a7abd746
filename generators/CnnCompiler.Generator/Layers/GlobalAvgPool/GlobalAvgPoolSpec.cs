using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.GlobalAvgPool;

/// <summary>The mean of each channel over all positions.</summary>
internal sealed partial record GlobalAvgPoolLayer(LayerHeader Header) : Layer(Header)
{
    public static GlobalAvgPoolLayer Parse(AttributeReader reader) => new(reader.Header());
}
