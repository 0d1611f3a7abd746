using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Silu;

/// <summary>The value times its sigmoid.</summary>
internal sealed partial record SiluLayer(LayerHeader Header) : Layer(Header)
{
    public static SiluLayer Parse(AttributeReader reader) => new(reader.Header());
}
