using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Tanh;

/// <summary>Amplitude * tanh(Slope * x).</summary>
internal sealed partial record TanhLayer(LayerHeader Header, double Amplitude, double Slope) : Layer(Header)
{
    public static TanhLayer Parse(AttributeReader reader) => new(reader.Header(), reader.Finite("Amplitude", 1), reader.Finite("Slope", 1));
}
