using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Threshold;

/// <summary>1 where the value is positive, elsewhere 0.</summary>
internal sealed partial record ThresholdLayer(LayerHeader Header) : Layer(Header)
{
    public static ThresholdLayer Parse(AttributeReader reader) => new(reader.Header());
}
