using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.PositionalNorm;

/// <summary>Each position of each sample with mean 0 and variance 1 over its channels, then a gain and a bias per channel.</summary>
internal sealed partial record PositionalNormLayer(LayerHeader Header, double Epsilon, bool Affine) : Layer(Header)
{
    public static PositionalNormLayer Parse(AttributeReader reader) =>
        new(NormParameters.Header(reader), reader.FiniteNonNegative("Epsilon", 1e-5), reader.Bool("Affine", true));
}
