using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

internal sealed partial record ConvLayer
{
    // Few channels: a block of 16 would be mostly zeros, so the caller's planes are read as they are.
    private const int MostPlanarChannels = 4;

    public override bool TakesGain => true;

    public override bool ReadsPlanar(Shape input) => input.Channels <= MostPlanarChannels;

    public override Halo InputHalo(Shape input)
    {
        Window window = Window(input);
        return new Halo(window.Top, window.Bottom, window.Left, window.Right);
    }

    public override PackedSpec Pack(ParameterSpec parameter, Shape input, bool planar) =>
        parameter.Name == "weight" ? new ConvPacking(this, input, planar).Spec() : base.Pack(parameter, input, planar);

    public override void Forward(OperationContext c)
    {
        IReadOnlyList<Binding>? norm = c.FoldedNorm();
        Kernel kernel = ForwardKernel(c.Operation.Input.Shape, c.X, c.Y, c.ForwardEpilogue with { Bias = Bias && norm is null, Gain = norm is not null }, c.FullUnroll);
        IEnumerable<Binding> bindings = [c.Input(), c.Parameter("W", "weight"), c.Output()];
        c.Run(kernel, bindings.Concat(norm ?? (Bias ? [c.Parameter("Bias", "bias")] : [])).ToArray());
    }

    /// <summary>The product of windows and filters.</summary>
    internal ProductKernel ForwardKernel(Shape input, View x, View y, Epilogue epilogue, bool fullUnroll)
    {
        Window window = Window(input);
        var packing = new ConvPacking(this, input, !x.Blocked);
        (EquatableArray<int> offsets, int rows, int rowStep, int columns, int columnStep) = packing.Loops(window, x.Row, x.Pixel, fullUnroll);

        // A window of one pixel does not see rows: a map without gaps is one long row.
        bool flat = window is { Taps: 1, Top: 0, Bottom: 0, Left: 0, Right: 0 } && window.StrideHeight == 1 && window.StrideWidth == 1 && x.HasContiguousRows && y.HasContiguousRows;
        int height = flat ? 1 : y.Height, width = flat ? y.Height * y.Width : y.Width;
        var grid = new ProductRows(
            height, width, -(window.Top * x.Row) - (window.Left * x.Pixel), window.StrideHeight * x.Row, window.StrideWidth * x.Pixel,
            0, y.Row, y.Pixel, 0, 0, rows, rowStep, columns, columnStep, offsets, 0, packing.WeightBlock);
        return new ProductKernel(
            $"Conv_Forward_{Geometry(input, y)}", $"Convolution: {x.Sizes()} to {y.Sizes()}.", new EquatableArray<ProductRows>([grid]), Filters,
            packing.InputBlocks, x.Plane, packing.OutputBlocksPerGroup, packing.SeparateGroups == 1 ? 0 : packing.InputBlocks * x.Plane,
            x.Sample, y.Plane, y.Sample, 0, 0, Chunks(height, width, packing), epilogue, ("X", "W", "Y"));
    }

    private string Geometry(Shape input, View output)
    {
        Window w = Window(input);
        string kernel = w.KernelHeight == w.KernelWidth ? $"{w.KernelWidth}" : $"{w.KernelHeight}x{w.KernelWidth}";
        string stride = w.StrideHeight == w.StrideWidth ? $"{w.StrideWidth}" : $"{w.StrideHeight}x{w.StrideWidth}";
        string dilation = w.DilationWidth == 1 ? "" : $"D{w.DilationWidth}";
        return $"{input}_{output.Sizes()}_K{kernel}S{stride}P{w.Left}{dilation}{(Groups == 1 ? "" : $"G{Groups}")}";
    }

    // Parts of the rows that keep all threads busy with one sample; a part below some 10 microseconds is not worth the hand-over.
    private static int Chunks(int height, int width, ConvPacking packing)
    {
        long macs = (long)height * width * packing.Positions * packing.InputBlocks * packing.InputsPerBlock * 32;
        return (int)Math.Max(1, Math.Min(Math.Min(height, 8), macs / 500_000));
    }
}
