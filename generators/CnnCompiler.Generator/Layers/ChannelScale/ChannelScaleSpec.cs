using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.ChannelScale;

/// <summary>A trained gain, and a bias, for each channel.</summary>
internal sealed partial record ChannelScaleLayer(LayerHeader Header, bool Bias) : Layer(Header)
{
    public static ChannelScaleLayer Parse(AttributeReader reader)
    {
        LayerHeader header = reader.Header();
        if (!FirstValues.SuitsVector(header.Init))
        {
            reader.Report(DiagnosticDescriptors.InitNotApplicable, "Init", header.Text, "Init." + header.Init);
        }

        return new(header, reader.Bool("Bias", true));
    }
}
