using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.ConvTranspose;

internal sealed partial record ConvTransposeLayer
{
    private long Extent => ((Options.KernelWidth - 1L) * Options.Dilation) + 1;

    public override Shape? Infer(ShapeContext context)
    {
        if (!RankRule.HasPositions(context, Header.Text))
        {
            return null;
        }

        Shape input = context.Input;
        long height = input.Rank == 3 ? Size(input.Height) : 1, width = Size(input.Width);
        if (Math.Min(height, width) < 1)
        {
            ReportNoOutput(context, height < 1 ? input.Height : input.Width);
            return null;
        }

        // Halos are memory: the input gets one of a window's reach, the gradient by the output one of the padding.
        long reach = 2 * Extent, padding = 2L * Options.PaddingWidth;
        bool image = input.Rank == 3;
        return Fits(context, input.Channels, image ? input.Height + reach : 1, input.Width + reach)
            && Fits(context, Options.Filters, image ? height + padding : 1, width + padding)
            && GroupRule.Check(context, Header.Text, Options.Groups, Options.Filters)
            ? input.With(Options.Filters, (int)height, (int)width) : null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output)
    {
        ConvLayer mirror = Mirror(input);
        ParameterSpec weight = mirror.Parameters(output, input).Single() with { IsFilters = false };
        long fanIn = weight.Count / weight.Shape[0];
        return Bias ? [weight, new("bias", new EquatableArray<int>([Options.Filters]), FirstValues.Bias(Header, fanIn))] : [weight];
    }

    public override long Macs(Shape input, Shape output) => Mirror(input).Macs(output, input);

    // Neighbours of the output are nearer to each other than those of the input; the distance stays whole by rounding up.
    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input)
    {
        int extent = (int)((Extent + Options.StrideWidth - 1) / Options.StrideWidth);
        return (input.Rank == 3 ? extent : 1, extent, 1, 1);
    }

    /// <summary>The output of an input that fits.</summary>
    private Shape Output(Shape input) => input.With(Options.Filters, input.Rank == 3 ? (int)Size(input.Height) : 1, (int)Size(input.Width));

    /// <summary>The convolution whose gradient by its input this is: it leads from the output to the input, with the same weight.</summary>
    private ConvLayer Mirror(Shape input) => Options with { Filters = input.Channels, Bias = false };

    private long Size(long size) => ((size - 1) * Options.StrideWidth) - (2L * Options.PaddingWidth) + Extent + OutputPadding;

    private void ReportNoOutput(ShapeContext context, int size)
    {
        string arithmetic = string.Format(
            CultureInfo.InvariantCulture, "({0} - 1)*{1} - 2*{2} + {3}*({4} - 1) + {5} + 1 = {6}", size, Options.StrideWidth, Options.PaddingWidth, Options.Dilation,
            Options.KernelWidth, OutputPadding, Size(size));
        long largest = (Size(size) - 1 + (2L * Options.PaddingWidth)) / 2;
        context.Report(
            DiagnosticDescriptors.NoTransposedOutput, "Padding", Header.Text, context.Input, context.Source, arithmetic,
            "Use a Padding of at most " + largest.ToString(CultureInfo.InvariantCulture));
    }

    private bool Fits(ShapeContext context, int channels, long height, long width)
    {
        if (Math.Max(height, width) <= int.MaxValue && SizeLimit.Count([channels, (int)height, (int)width]) is not null)
        {
            return true;
        }

        context.Report(
            DiagnosticDescriptors.TooLarge, null, Header.Text,
            string.Format(CultureInfo.InvariantCulture, "a tensor of {0}x{1}x{2} values with its border", channels, height, width),
            "Use fewer channels, or a smaller kernel, stride, dilation or padding");
        return false;
    }
}
