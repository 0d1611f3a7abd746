using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.GroupNorm;

/// <summary>Each group of consecutive channels of each sample with mean 0 and variance 1 over its channels and positions, then a gain and a bias per channel.</summary>
internal sealed partial record GroupNormLayer(LayerHeader Header, int Groups, double Epsilon, bool Affine) : Layer(Header)
{
    public static GroupNormLayer Parse(AttributeReader reader) =>
        new(NormParameters.Header(reader), reader.Positive("groups"), reader.FiniteNonNegative("Epsilon", 1e-5), reader.Bool("Affine", true));
}
