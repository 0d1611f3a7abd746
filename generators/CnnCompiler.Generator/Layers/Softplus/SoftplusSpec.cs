using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Softplus;

/// <summary>log(1 + e^x).</summary>
internal sealed partial record SoftplusLayer(LayerHeader Header) : Layer(Header)
{
    public static SoftplusLayer Parse(AttributeReader reader) => new(reader.Header());
}
