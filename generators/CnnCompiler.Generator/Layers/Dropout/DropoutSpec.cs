using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Dropout;

/// <summary>Sets values to 0 with a probability while training and scales the others by 1 / (1 - rate).</summary>
internal sealed partial record DropoutLayer(LayerHeader Header, double Rate) : Layer(Header)
{
    public static DropoutLayer Parse(AttributeReader reader) => new(reader.Header(), reader.Rate("rate", 0.5));
}
