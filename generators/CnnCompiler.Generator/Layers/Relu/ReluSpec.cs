using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Relu;

/// <summary>The larger of the value and 0.</summary>
internal sealed partial record ReluLayer(LayerHeader Header) : Layer(Header)
{
    public static ReluLayer Parse(AttributeReader reader) => new(reader.Header());
}
