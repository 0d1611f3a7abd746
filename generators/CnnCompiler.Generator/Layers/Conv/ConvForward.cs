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

    public override bool TakesAddend => true;

    public override bool ReadsPlanar(Shape input) => input.Channels <= MostPlanarChannels;

    public override Halo InputHalo(Shape input)
    {
        Window window = Window(input);
        return new Halo(window.Top, window.Bottom, window.Left, window.Right).Union(WinogradInputHalo(input));
    }

    public override PackedSpec Pack(ParameterSpec parameter, Shape input, bool planar) =>
        parameter.Name is "weight" or WeightNormSteps.Direction ? new ConvPacking(this, input, planar).Spec() : base.Pack(parameter, input, planar);

    public override void Forward(OperationContext c)
    {
        IReadOnlyList<Binding>? norm = c.FoldedNorm();
        var packing = new ConvPacking(this, c.Operation.Input.Shape, !c.X.Blocked);
        Binding weights = WeightNorm ? WeightNormSteps.Forward(c, packing.OutputBlocks, packing.WeightBlock) : c.Parameter("W", "weight");
        Epilogue epilogue = (c.Operation.Pool is { } fused ? Epilogue.OfForward(fused.InputActivation) : c.ForwardEpilogue) with { Bias = Bias && norm is null, Gain = norm is not null };
        IEnumerable<Binding> rest = [.. c.AddendRead, .. norm ?? (Bias ? [c.Parameter("Bias", "bias")] : [])];
        if (!c.FullUnroll && WinogradForward(c.Operation.Input.Shape, c.Training) is { } choice)
        {
            WinogradForward(c, packing, weights, epilogue, rest, choice);
            return;
        }

        if (c.Operation.Pool is null && c.X.Blocked && SeesFewPixels(Window(c.Operation.Input.Shape)))
        {
            SubsampledForward(c, weights, epilogue, rest);
            return;
        }

        ProductKernel kernel = c.Operation.Pool is { } pool ? PooledKernel(c, pool, epilogue) : ForwardKernel(c.Operation.Input.Shape, c.X, c.Y, epilogue, c.FullUnroll, c.Addend);
        c.Run(kernel, [c.Input(), weights, c.Output(), .. rest]);
    }

    /// <summary>The product of windows and filters; as part of a transposed convolution, its gradient by the input.</summary>
    /// <param name="input">The shape of what is read.</param>
    /// <param name="x">What is read, in memory.</param>
    /// <param name="y">What is written.</param>
    /// <param name="epilogue">What happens before the store.</param>
    /// <param name="fullUnroll">Whether the network asks for windows without loops.</param>
    /// <param name="derivative">The tensor whose activation's derivative is applied, or what is added.</param>
    /// <param name="backward">Whether a gradient is read and a gradient written.</param>
    /// <param name="rowByRow">Whether each row of the output counts, so that none may be joined to longer ones.</param>
    internal ProductKernel ForwardKernel(Shape input, View x, View y, Epilogue epilogue, bool fullUnroll, View derivative = default, bool backward = false, bool rowByRow = false)
    {
        Window window = Window(input);
        var packing = new ConvPacking(this, input, !x.Blocked);
        (EquatableArray<int> offsets, int rows, int rowStep, int columns, int columnStep) = packing.Loops(window, x.Row, x.Pixel, fullUnroll);

        // A window of one pixel does not see rows: a map without gaps is few long ones.
        bool flat = !rowByRow && IsPointwise(window) && x.HasContiguousRows && y.HasContiguousRows && derivative.HasContiguousRows;
        int chunks = Chunks(y.Height, y.Width, packing);
        chunks = flat ? Enumerable.Range(1, chunks).Last(parts => y.Height % parts == 0) : chunks;
        int height = flat ? chunks : y.Height, width = y.Height * y.Width / height;
        int rowsTogether = flat ? y.Height / height : 1;
        var grid = new ProductRows(
            height, width, -(window.Top * x.Row) - (window.Left * x.Pixel), rowsTogether * window.StrideHeight * x.Row, window.StrideWidth * x.Pixel,
            0, rowsTogether * y.Row, y.Pixel, 0, rowsTogether * derivative.Row, rows, rowStep, columns, columnStep, offsets, 0, packing.WeightBlock)
        {
            RowSpan = RowSpan(window, x, rows),
            ColumnSpan = ColumnSpan(window, x, columns),
        };
        return new ProductKernel(
            $"{(backward ? "ConvTranspose_InputGradient" : "Conv_Forward")}_{Title(window)}",
            $"{(backward ? "Gradient of a transposed convolution by its input" : "Convolution")}.",
            new EquatableArray<ProductRows>([grid]), Filters,
            packing.InputBlocks, x.Plane, packing.OutputBlocksPerGroup, packing.SeparateGroups == 1 ? 0 : packing.InputBlocks * x.Plane,
            x.Sample, y.Plane, y.Sample, derivative.Plane, derivative.Sample, chunks, epilogue,
            backward ? ("DY", "W", "DX") : ("X", "W", "Y"));
    }

    // Whether an output sees the input at its own place only.
    private static bool IsPointwise(Window w) => w is { Taps: 1, Top: 0, Bottom: 0, Left: 0, Right: 0, StrideHeight: 1, StrideWidth: 1 };

    // Window rows (or columns) that the tile has written out are no loop, of which something could be left out.
    private static WindowSpan RowSpan(Window window, View x, int rows) =>
        rows == window.KernelHeight ? new WindowSpan(-window.Top, window.StrideHeight, window.DilationHeight, x.Height) : default;

    private static WindowSpan ColumnSpan(Window window, View x, int columns) =>
        columns == window.KernelWidth ? new WindowSpan(-window.Left, window.StrideWidth, window.DilationWidth, x.Width) : default;

    // The window in names: what makes tiles differ; sizes are arguments.
    private static string Title(Window w)
    {
        string kernel = w.KernelHeight == w.KernelWidth ? $"{w.KernelWidth}" : $"{w.KernelHeight}x{w.KernelWidth}";
        string stride = w.StrideHeight == w.StrideWidth ? $"{w.StrideWidth}" : $"{w.StrideHeight}x{w.StrideWidth}";
        return $"K{kernel}S{stride}";
    }

    // Parts of the rows that keep all threads busy with one sample; a part below some 10 microseconds is not worth the hand-over.
    private static int Chunks(int height, int width, ConvPacking packing)
    {
        long macs = (long)height * width * packing.Positions * packing.InputBlocks * packing.InputsPerBlock * 32;
        return (int)Math.Max(1, Math.Min(Math.Min(height, 8), macs / 500_000));
    }
}
