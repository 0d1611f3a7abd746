using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Sigmoid;

/// <summary>1 / (1 + e^-x).</summary>
internal sealed partial record SigmoidLayer(LayerHeader Header) : Layer(Header)
{
    public static SigmoidLayer Parse(AttributeReader reader) => new(reader.Header());
}
