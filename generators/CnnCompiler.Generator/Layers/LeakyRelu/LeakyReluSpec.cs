using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.LeakyRelu;

/// <summary>The value where it is positive, elsewhere the value times a slope.</summary>
internal sealed partial record LeakyReluLayer(LayerHeader Header, double Slope) : Layer(Header)
{
    public static LeakyReluLayer Parse(AttributeReader reader) => new(reader.Header(), reader.Finite("slope", 0.01));
}
