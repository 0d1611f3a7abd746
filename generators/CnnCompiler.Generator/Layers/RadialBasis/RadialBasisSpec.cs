using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.RadialBasis;

/// <summary>The squared distance of the flattened input to the vector of each unit.</summary>
internal sealed partial record RadialBasisLayer(LayerHeader Header, int Units) : Layer(Header)
{
    public static RadialBasisLayer Parse(AttributeReader reader) => new(reader.Header(), reader.Positive("units"));
}
