using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

internal sealed partial record ConvLayer
{
    /// <summary>The most products of an output that <c>Unroll.Full</c> writes out; beyond, methods come near the JIT's limits.</summary>
    internal const int MostUnrolled = 150;

    /// <summary>Products of an output for each block of input channels.</summary>
    internal int UnrolledInputs(Shape input) => Window(input).Taps * System.Math.Min(16, input.Channels);

    public override Shape? Infer(ShapeContext context)
    {
        Shape input = context.Input;
        if (input.Rank == 2 && ImageOption is { } option)
        {
            string remedy = option == "kernelHeight"
                ? string.Format(CultureInfo.InvariantCulture, "Write one kernel size: Conv({0}, {1})", Filters, KernelWidth)
                : "Use " + option.Substring(0, option.Length - "Height".Length);
            context.Report(DiagnosticDescriptors.ImageOptionOnSignal, option, Header.Text, option, context.Source, input, remedy);
            return null;
        }

        var width = new WindowAxis("Width", 0, KernelWidth, StrideWidth, Dilation, PaddingWidth, Same, CeilMode: false);
        var height = width with { Name = "Height", Kernel = KernelHeight, Stride = StrideHeight, Padding = PaddingHeight };
        var rule = new WindowRule(
            Header.Text, "kernel", height, width, MaxPadding: int.MaxValue, PerAxisKernel: ImageOption == "kernelHeight", PerAxisPadding, IsPool: false);
        Shape? output = rule.Infer(context, Filters);
        return output is not null && GroupsDivide(context) ? output : null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output)
    {
        int perGroup = input.Channels / Groups;
        long taps = (input.Rank == 3 ? (long)KernelHeight : 1) * KernelWidth;
        int[] shape = input.Rank == 3 ? [Filters, perGroup, KernelHeight, KernelWidth] : [Filters, perGroup, KernelWidth];
        var parameters = new List<ParameterSpec>
        {
            new("weight", new EquatableArray<int>(shape), FirstValues.Weight(Header, perGroup * taps, Filters * taps)),
        };
        if (Bias)
        {
            parameters.Add(new("bias", new EquatableArray<int>([Filters]), FirstValues.Bias(Header, perGroup * taps)));
        }

        return parameters;
    }

    public override long Macs(Shape input, Shape output) => output.Size * (input.Channels / Groups) * Window(input).Taps;

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input)
    {
        Window window = Window(input);
        return (window.ExtentHeight, window.ExtentWidth, window.StrideHeight, window.StrideWidth);
    }

    private bool GroupsDivide(ShapeContext context)
    {
        int channels = context.Input.Channels;
        if (channels % Groups == 0 && Filters % Groups == 0)
        {
            return true;
        }

        bool inputs = channels % Groups != 0;
        int number = inputs ? channels : Filters;
        string[] divisors = [.. Enumerable.Range(1, Math.Min(Math.Min(channels, Filters), 1024))
            .Where(divisor => channels % divisor == 0 && Filters % divisor == 0)
            .Select(divisor => divisor.ToString(CultureInfo.InvariantCulture))];
        context.Report(
            DiagnosticDescriptors.GroupsDoNotDivide, "Groups", Header.Text, Groups,
            inputs ? string.Format(CultureInfo.InvariantCulture, "the {0} channels that {1} gives ({2})", channels, context.Source, context.Input)
                : string.Format(CultureInfo.InvariantCulture, "its {0} filters", Filters),
            string.Format(CultureInfo.InvariantCulture, "{0} / {1} leaves {2}", number, Groups, number % Groups),
            divisors.Length == 1 ? "Groups = 1" : "one of " + string.Join(", ", divisors.Take(12)));
        return false;
    }
}
