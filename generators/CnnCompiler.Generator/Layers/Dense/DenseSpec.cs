using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.Dense;

/// <summary>Every output is a weighted sum of all inputs, which are flattened in the order channels, rows, columns.</summary>
internal sealed partial record DenseLayer(LayerHeader Header, int Units, bool Bias, bool WeightNorm) : Layer(Header)
{
    public static DenseLayer Parse(AttributeReader reader) => new(
        reader.Header(), reader.Positive("units"), reader.Bool("Bias", true), reader.Bool("WeightNorm", false));
}
