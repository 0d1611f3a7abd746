using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.GlobalSumPool;

/// <summary>The sum of each channel over all positions.</summary>
internal sealed partial record GlobalSumPoolLayer(LayerHeader Header) : Layer(Header)
{
    public static GlobalSumPoolLayer Parse(AttributeReader reader) => new(reader.Header());
}
