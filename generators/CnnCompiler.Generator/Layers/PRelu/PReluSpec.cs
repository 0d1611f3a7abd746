using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.PRelu;

/// <summary>The value where it is positive, elsewhere the value times a trained slope.</summary>
internal sealed partial record PReluLayer(LayerHeader Header, bool PerChannel) : Layer(Header)
{
    public static PReluLayer Parse(AttributeReader reader)
    {
        LayerHeader header = reader.Header();
        if (!FirstValues.SuitsVector(header.Init))
        {
            reader.Report(DiagnosticDescriptors.InitNotApplicable, "Init", header.Text, "Init." + header.Init);
        }

        return new(header, reader.Bool("PerChannel", true));
    }
}
