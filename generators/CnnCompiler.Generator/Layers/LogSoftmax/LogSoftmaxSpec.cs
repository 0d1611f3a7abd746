using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.LogSoftmax;

/// <summary>Logarithms of probabilities over the channels at each position.</summary>
internal sealed partial record LogSoftmaxLayer(LayerHeader Header) : Layer(Header)
{
    public static LogSoftmaxLayer Parse(AttributeReader reader) => new(reader.Header());
}
