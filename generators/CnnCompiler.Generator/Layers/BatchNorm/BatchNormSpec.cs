using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.BatchNorm;

/// <summary>Each channel with mean 0 and variance 1 over the batch (or the running statistics, when predicting), then a gain and a bias.</summary>
internal sealed partial record BatchNormLayer(LayerHeader Header, double Epsilon, double Momentum, bool Affine) : Layer(Header)
{
    public static BatchNormLayer Parse(AttributeReader reader)
    {
        LayerHeader header = reader.Header();
        if (!FirstValues.SuitsVector(header.Init))
        {
            reader.Report(DiagnosticDescriptors.InitNotApplicable, "Init", header.Text, "Init." + header.Init);
        }

        return new(header, reader.FiniteNonNegative("Epsilon", 1e-5), reader.Share("Momentum", 0.1), reader.Bool("Affine", true));
    }
}
