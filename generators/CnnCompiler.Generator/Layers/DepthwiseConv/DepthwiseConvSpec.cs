using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

/// <summary>Each channel is convolved with filters of its own.</summary>
/// <param name="Header">What every layer has.</param>
/// <param name="Multiplier">Filters of a channel; output channel c * multiplier + j reads channel c.</param>
/// <param name="Options">Window and other options; filters and groups follow from the input.</param>
internal sealed partial record DepthwiseConvLayer(LayerHeader Header, int Multiplier, ConvLayer Options) : Layer(Header)
{
    public bool Bias => Options.Bias;

    public static DepthwiseConvLayer Parse(AttributeReader reader)
    {
        ConvLayer options = ConvLayer.Parse(reader);
        return new(options.Header, reader.Positive("Multiplier"), options);
    }

    /// <summary>The same as a grouped convolution on an input.</summary>
    private ConvLayer Grouped(Shape input) => Options with { Filters = input.Channels * Multiplier, Groups = input.Channels };
}
