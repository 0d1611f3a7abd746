using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.SpatialDropout;

/// <summary>Sets whole channels to 0 with a probability while training and scales the others by 1 / (1 - rate).</summary>
internal sealed partial record SpatialDropoutLayer(LayerHeader Header, double Rate) : Layer(Header)
{
    public static SpatialDropoutLayer Parse(AttributeReader reader) => new(reader.Header(), reader.Rate("rate", 0.5));
}
