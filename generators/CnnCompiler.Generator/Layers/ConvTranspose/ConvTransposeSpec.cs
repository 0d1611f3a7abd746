using System;
using System.Globalization;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers.ConvTranspose;

/// <summary>Transposed convolution: what the gradient of a convolution by its input does, as a layer.</summary>
/// <param name="Header">What every layer has.</param>
/// <param name="OutputPadding">Positions that are added at the end of each axis of the output.</param>
/// <param name="Options">Filters, window and other options; padding is taken off the output.</param>
internal sealed partial record ConvTransposeLayer(LayerHeader Header, int OutputPadding, ConvLayer Options) : Layer(Header)
{
    public bool Bias => Options.Bias;

    public static ConvTransposeLayer Parse(AttributeReader reader)
    {
        ConvLayer options = ConvLayer.Parse(reader);
        int outputPadding = reader.NonNegative("OutputPadding");
        if (!reader.HasErrors && outputPadding >= Math.Max(options.StrideWidth, options.Dilation))
        {
            // PyTorch's rule: more positions than that would be positions that no window reaches.
            reader.Report(
                DiagnosticDescriptors.ArgumentOutOfRange, "OutputPadding", reader.Text, "OutputPadding",
                string.Format(CultureInfo.InvariantCulture, "less than the larger of stride and dilation, {0}", Math.Max(options.StrideWidth, options.Dilation)), outputPadding);
        }

        return new(options.Header, outputPadding, options);
    }
}
