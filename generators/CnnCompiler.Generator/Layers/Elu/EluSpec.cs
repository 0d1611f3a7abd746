using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Elu;

/// <summary>The value where it is positive, elsewhere alpha * (e^x - 1).</summary>
internal sealed partial record EluLayer(LayerHeader Header, double Alpha) : Layer(Header)
{
    public static EluLayer Parse(AttributeReader reader) => new(reader.Header(), reader.Finite("alpha", 1));
}
