using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.ContrastNorm;

/// <summary>Local subtractive, then divisive normalisation over all channels and a window of positions.</summary>
internal sealed partial record ContrastNormLayer(LayerHeader Header, int Size, double Epsilon) : Layer(Header)
{
    public static ContrastNormLayer Parse(AttributeReader reader)
    {
        int size = reader.Positive("size");
        if (size % 2 == 0)
        {
            reader.Report(DiagnosticDescriptors.ArgumentOutOfRange, "size", reader.Text, "size", "odd, so that the window has a centre", size);
        }

        return new(reader.Header(), size, reader.FiniteNonNegative("Epsilon", 1e-5));
    }
}
