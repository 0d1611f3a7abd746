using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Softmax;

/// <summary>Probabilities over the channels at each position.</summary>
internal sealed partial record SoftmaxLayer(LayerHeader Header) : Layer(Header)
{
    public static SoftmaxLayer Parse(AttributeReader reader) => new(reader.Header());
}
