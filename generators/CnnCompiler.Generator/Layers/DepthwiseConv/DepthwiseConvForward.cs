using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

internal sealed partial record DepthwiseConvLayer
{
    private const string KeptInput = "repeated input";

    public override bool TakesGain => true;

    public override Halo InputHalo(Shape input) => Grouped(input).InputHalo(input);

    public override PackedSpec Pack(ParameterSpec parameter, Shape input, bool planar) =>
        parameter.Name is "weight" or WeightNormSteps.Direction ? Packing(input).Spec() : base.Pack(parameter, input, planar);

    public override void Forward(OperationContext c)
    {
        Shape input = c.Operation.Input.Shape;
        IReadOnlyList<Binding>? norm = c.FoldedNorm();
        DepthwisePacking packing = Packing(input);
        Binding weights = Options.WeightNorm ? WeightNormSteps.Forward(c, packing.Blocks, packing.WeightBlock) : c.Parameter("W", "weight");
        Window window = packing.Window;
        Tensor source = Source(c);
        View x = source.View, y = c.Y;
        var rows = new DepthwiseRows(
            y.Height, y.Width, -(window.Top * x.Row) - (window.Left * 16), window.StrideHeight * x.Row, window.StrideWidth * 16, 0, y.Row, 16, 0, 0,
            window.KernelHeight, window.DilationHeight * x.Row, packing.Row, window.KernelWidth, window.DilationWidth * 16, 16, 0);
        var kernel = new DepthwiseKernel(
            $"Depthwise_Forward_{Geometry(window)}", "Depthwise convolution.", new EquatableArray<DepthwiseRows>([rows]),
            packing.Blocks, packing.WeightBlock, x.Plane, x.Sample, y.Plane, y.Sample, 0, 0, Chunks(y, window),
            c.ForwardEpilogue with { Bias = Bias && norm is null, Gain = norm is not null }, ("X", "Y"));
        IEnumerable<Binding> bindings = [new("X", source, false), weights, c.Output()];
        c.Run(kernel, bindings.Concat(norm ?? (Bias ? [c.Parameter("Bias", "bias")] : [])).ToArray());
    }

    // The input with each channel as often as it has filters, so that inputs and outputs share their lanes.
    private Tensor Source(OperationContext c)
    {
        Shape input = c.Operation.Input.Shape;
        if (Multiplier == 1)
        {
            return c.Operation.Input.Tensor;
        }

        var repeated = Tensor.Blocked(c.Operation.Name + " " + KeptInput, Repeated(input), InputHalo(input));
        c.Operation.Kept[KeptInput] = repeated;
        c.Run(new RepeatChannelsKernel(c.X, repeated.View, Multiplier), c.Input(), new("Y", repeated, true));
        return repeated;
    }

    private Shape Repeated(Shape input) => input.With(input.Channels * Multiplier, input.Height, input.Width);

    private DepthwisePacking Packing(Shape input) => new(input.Channels * Multiplier, Options.Window(input));

    private static string Geometry(Window window) => string.Format(
        CultureInfo.InvariantCulture, "K{0}x{1}S{2}", window.KernelHeight, window.KernelWidth, window.StrideWidth);

    // Parts of the rows that keep all threads busy with one sample; a part below some 10 microseconds is not worth the hand-over.
    private static int Chunks(View target, Window window) =>
        (int)Math.Max(1, Math.Min(Math.Min(target.Height, 8), (long)target.Height * target.Width * window.Taps * 16 / 100_000));
}
