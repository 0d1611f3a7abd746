using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.AlphaDropout;

/// <summary>Sets values to the limit of a Selu with a probability while training, and keeps mean and variance of all.</summary>
internal sealed partial record AlphaDropoutLayer(LayerHeader Header, double Rate) : Layer(Header)
{
    public static AlphaDropoutLayer Parse(AttributeReader reader) => new(reader.Header(), reader.Rate("rate", 0.5));
}
