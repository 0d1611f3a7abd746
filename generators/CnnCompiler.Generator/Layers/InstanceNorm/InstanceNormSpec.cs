using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.InstanceNorm;

/// <summary>Each channel of each sample with mean 0 and variance 1 over its positions; a gain and a bias per channel where asked for.</summary>
internal sealed partial record InstanceNormLayer(LayerHeader Header, double Epsilon, bool Affine) : Layer(Header)
{
    public static InstanceNormLayer Parse(AttributeReader reader) =>
        new(NormParameters.Header(reader), reader.FiniteNonNegative("Epsilon", 1e-5), reader.Bool("Affine", false));
}
