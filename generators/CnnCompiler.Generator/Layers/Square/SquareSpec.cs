using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Square;

/// <summary>The square of the value.</summary>
internal sealed partial record SquareLayer(LayerHeader Header) : Layer(Header)
{
    public static SquareLayer Parse(AttributeReader reader) => new(reader.Header());
}
