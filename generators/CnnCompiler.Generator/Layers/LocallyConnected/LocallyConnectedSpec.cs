using CnnCompiler.Generator.Layers.UnsharedConv;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.LocallyConnected;

/// <summary>Convolution in which every output position has weights of its own.</summary>
internal sealed partial record LocallyConnectedLayer(LayerHeader Header, int Filters, int Kernel, int Stride, int Padding, bool Bias) : Layer(Header)
{
    public static LocallyConnectedLayer Parse(AttributeReader reader) => new(
        UnsharedRule.Header(reader), reader.Positive("filters"), reader.Positive("kernel"), reader.Positive("Stride"), reader.NonNegative("Padding"),
        reader.Bool("Bias", true));
}
