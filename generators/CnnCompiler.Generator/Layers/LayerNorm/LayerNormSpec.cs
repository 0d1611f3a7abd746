using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.LayerNorm;

/// <summary>Each sample with mean 0 and variance 1 over all its values, then a gain and a bias for each of them.</summary>
internal sealed partial record LayerNormLayer(LayerHeader Header, double Epsilon, bool Affine) : Layer(Header)
{
    public static LayerNormLayer Parse(AttributeReader reader) =>
        new(NormParameters.Header(reader), reader.FiniteNonNegative("Epsilon", 1e-5), reader.Bool("Affine", true));
}
