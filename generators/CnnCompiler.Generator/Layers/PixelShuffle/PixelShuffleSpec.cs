using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.PixelShuffle;

/// <summary>Groups of factor * factor channels as one channel of factor times the rows and columns (Shi et al. 2016, sub-pixel convolution).</summary>
internal sealed partial record PixelShuffleLayer(LayerHeader Header, int Factor) : Layer(Header)
{
    public static PixelShuffleLayer Parse(AttributeReader reader) => new(reader.Header(), reader.Positive("factor"));
}
