using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.LocalResponseNorm;

/// <summary>Each value divided by a power of the mean square of neighbouring channels.</summary>
internal sealed partial record LocalResponseNormLayer(LayerHeader Header, int Size, double Alpha, double Beta, double K) : Layer(Header)
{
    public static LocalResponseNormLayer Parse(AttributeReader reader) =>
        new(reader.Header(), reader.Positive("size"), reader.Finite("Alpha", 1e-4), reader.Finite("Beta", 0.75), reader.Finite("K", 1));
}
