using System.Collections.Generic;
using System.Globalization;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

internal sealed partial record DepthwiseConvLayer
{
    public override Shape? Infer(ShapeContext context)
    {
        long channels = (long)context.Input.Channels * Multiplier;
        if (channels <= int.MaxValue)
        {
            return Grouped(context.Input).Infer(context);
        }

        context.Report(
            DiagnosticDescriptors.TooLarge, "Multiplier", Header.Text,
            string.Format(CultureInfo.InvariantCulture, "{0} channels from {1}", channels, context.Input), "Use a smaller Multiplier");
        return null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output) => Grouped(input).Parameters(input, output);

    public override long Macs(Shape input, Shape output) => Grouped(input).Macs(input, output);

    public override int? MostPadding => Options.MostPadding;

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input) => Grouped(input).Field(input);
}
