using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Maxout;

/// <summary>The maximum over groups of consecutive channels.</summary>
internal sealed partial record MaxoutLayer(LayerHeader Header, int Pieces) : Layer(Header)
{
    public static MaxoutLayer Parse(AttributeReader reader) => new(reader.Header(), reader.Positive("pieces"));
}
