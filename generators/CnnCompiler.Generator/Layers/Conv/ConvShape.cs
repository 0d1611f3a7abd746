using System.Collections.Generic;
using System.Globalization;
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

        if (Causal && input.Rank == 3)
        {
            context.Report(DiagnosticDescriptors.CausalOnImage, "Causal", Header.Text, context.Source, input);
            return null;
        }

        var width = new WindowAxis("Width", 0, KernelWidth, StrideWidth, Dilation, PaddingWidth, Same || Causal, CeilMode: false);
        var height = width with { Name = "Height", Kernel = KernelHeight, Stride = StrideHeight, Padding = PaddingHeight };
        var rule = new WindowRule(
            Header.Text, "kernel", height, width, MaxPadding: int.MaxValue, PerAxisKernel: ImageOption == "kernelHeight", PerAxisPadding, IsPool: false);
        Shape? output = rule.Infer(context, Filters);
        return output is not null && GroupRule.Check(context, Header.Text, Groups, Filters) && Connections?.Check(context, Header.Text) != false ? output : null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output)
    {
        int perGroup = input.Channels / Groups;
        long taps = (input.Rank == 3 ? (long)KernelHeight : 1) * KernelWidth;
        int[] shape = input.Rank == 3 ? [Filters, perGroup, KernelHeight, KernelWidth] : [Filters, perGroup, KernelWidth];
        var weight = new ParameterSpec("weight", new EquatableArray<int>(shape), FirstValues.Weight(Header, perGroup * taps, Filters * taps, Groups))
        {
            Unconnected = Connections is null ? 0 : (((long)Filters * input.Channels) - Connections.Count) * taps,
        };
        List<ParameterSpec> parameters = WeightNorm ? WeightNormSteps.Parameters(weight) : [weight];
        if (Bias)
        {
            parameters.Add(new("bias", new EquatableArray<int>([Filters]), FirstValues.Bias(Header, perGroup * taps)));
        }

        return parameters;
    }

    public override long Macs(Shape input, Shape output) => Connections is null
        ? output.Size * (input.Channels / Groups) * Window(input).Taps
        : output.Positions * Connections.Count * Window(input).Taps;

    public override int? MostPadding => Same || Causal || PerAxisPadding ? null : int.MaxValue;

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input)
    {
        Window window = Window(input);
        return (window.ExtentHeight, window.ExtentWidth, window.StrideHeight, window.StrideWidth);
    }
}
