using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.ZeroPad;

/// <summary>Zeros on every side of every axis of positions.</summary>
internal sealed partial record ZeroPadLayer(LayerHeader Header, int Padding) : Layer(Header)
{
    public static ZeroPadLayer Parse(AttributeReader reader) => new(reader.Header(), reader.NonNegative("padding"));
}
