using CnnCompiler.Generator.Layers.UnsharedConv;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.TiledConv;

/// <summary>Convolution whose weights repeat every tile positions.</summary>
internal sealed partial record TiledConvLayer(LayerHeader Header, int Filters, int Kernel, int Tile, int Stride, int Padding, bool Bias) : Layer(Header)
{
    public static TiledConvLayer Parse(AttributeReader reader) => new(
        UnsharedRule.Header(reader), reader.Positive("filters"), reader.Positive("kernel"), reader.Positive("tile"), reader.Positive("Stride"), reader.NonNegative("Padding"),
        reader.Bool("Bias", true));
}
