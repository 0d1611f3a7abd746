using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

internal sealed partial record ConvLayer
{
    // Enough independent tasks for any thread count; below, the batch is cut into this many parts.
    private const int FewestTasks = 8;

    public override Halo OutputGradientHalo(Shape input)
    {
        (Axis rows, Axis columns) = Axes(input);
        return new Halo(rows.Before, rows.After, columns.Before, columns.After).Union(WinogradOutputGradientHalo(input));
    }

    public override void Backward(OperationContext c)
    {
        if (c.Operation.Maximum is { } maximum)
        {
            WinnerBackward(c.By(maximum.Reason), maximum);
            return;
        }

        if (c.Trains)
        {
            WeightGradient(c);
        }

        if (c.NeedsInputGradient)
        {
            InputGradient(c);
        }
    }

    private void WeightGradient(OperationContext c)
    {
        var packing = new ConvPacking(this, c.Operation.Input.Shape, !c.X.Blocked);
        WithWeightNorm(c, packing, target =>
        {
            if (!c.FullUnroll && WinogradWeightGradient(c.Operation.Input.Shape) is { } choice)
            {
                WinogradWeightGradient(c, packing, target, choice);
            }
            else
            {
                WeightGradient(c, packing, WeightGradientKernel(c.Operation.Input.Shape, c.X, c.DY, c.FullUnroll), c.Input(), c.OutputGradient(), target);
            }
        });
    }

    // The gradient by the weights that the convolution used, and behind it that by their direction and length, where it is them that are trained.
    private void WithWeightNorm(OperationContext c, ConvPacking packing, Action<Func<string, Binding>> gradient)
    {
        if (!WeightNorm)
        {
            gradient(field => c.Gradient(field, "weight"));
            return;
        }

        Tensor effective = c.Scratch("effective weight gradient", (long)packing.OutputBlocks * packing.WeightBlock);
        gradient(field => new(field, effective, true));
        WeightNormSteps.Backward(c, packing.OutputBlocks, packing.WeightBlock, effective);
    }

    /// <summary>Adds the steps of a weight gradient: its parts and their sum, and the zeros between channels that do not see each other.</summary>
    internal static void WeightGradient(
        OperationContext c, ConvPacking packing, WeightGradientKernel kernel, Binding x, Binding dy, Func<string, Binding> target)
    {
        if (kernel.Parts == 1)
        {
            List<Binding> bindings = [x, dy, target("DW")];
            c.Run(kernel, (kernel.Bias ? bindings.Append(c.Gradient("DBias", "bias")) : bindings).ToArray());
        }
        else
        {
            int weights = packing.OutputBlocks * packing.WeightBlock, biases = packing.OutputBlocks * 16;
            Tensor dw = c.Scratch("weight gradient parts", (long)kernel.Parts * weights);
            List<Binding> bindings = [x, dy, new("DW", dw, true)];
            Tensor? db = kernel.Bias ? c.Scratch("bias gradient parts", (long)kernel.Parts * biases) : null;
            c.Run(kernel, (db is null ? bindings : bindings.Append(new("DBias", db, true))).ToArray());
            c.Run(new SumPartsKernel(kernel.Parts, weights), new("Scratch", dw, false), target("DY"));
            if (db is not null)
            {
                c.Run(new SumPartsKernel(kernel.Parts, biases), new("Scratch", db, false), c.Gradient("DY", "bias"));
            }
        }

        if (packing.IsMasked)
        {
            c.Run(packing.Mask(), target("DW"));
        }
    }

    /// <summary>The gradient by weights and bias.</summary>
    internal WeightGradientKernel WeightGradientKernel(Shape input, View x, View dy, bool fullUnroll)
    {
        Window window = Window(input);
        var packing = new ConvPacking(this, input, !x.Blocked);
        (EquatableArray<int> offsets, int rows, int rowStep, int columns, int columnStep) = packing.Loops(window, x.Row, x.Pixel, fullUnroll);
        int tasks = new OutputGroups(Filters, packing.OutputBlocksPerGroup).Count * packing.InputBlocks;
        return new WeightGradientKernel(
            "Conv_WeightGradient", dy, -(window.Top * x.Row) - (window.Left * x.Pixel), window.StrideHeight * x.Row, window.StrideWidth * x.Pixel,
            x.Sample, packing.InputBlocks, x.Plane, packing.OutputBlocksPerGroup, packing.SeparateGroups == 1 ? 0 : packing.InputBlocks * x.Plane,
            rows, rowStep, columns, columnStep, offsets, packing.WeightBlock, tasks >= FewestTasks ? 1 : FewestTasks, Bias)
        {
            RowSpan = RowSpan(window, x, rows),
            ColumnSpan = ColumnSpan(window, x, columns),
        };
    }

    private void InputGradient(OperationContext c)
    {
        (TransposeWeightsKernel transpose, ProductKernel product) = InputGradientKernels(c.Operation.Input.Shape, c.X, c.DY, c.DX, c.GradientEpilogue);
        Tensor weights = c.Scratch("transposed weights", transpose.Floats);
        c.RunForInput(transpose, WeightNorm ? WeightNormSteps.Weights(c) : c.Parameter("W", "weight"), new("Scratch", weights, true));
        if (!c.FullUnroll && WinogradBackward(c.Operation.Input.Shape) is { } choice)
        {
            WinogradInputGradient(c, new("W", weights, false), choice);
            return;
        }

        c.StoreInputGradient(product, c.OutputGradient(), new("W", weights, false));
    }

    /// <summary>
    /// The gradient by the input: input pixel i gets, from window position k, the output gradient (i + padding - k dilation) / stride where that is whole.
    /// Pixels with the same remainder (a phase of the stride) use the same positions, so each phase is an ordinary product. Turned round, with an
    /// activation in the place of the gradient, it is the transposed convolution.
    /// </summary>
    /// <param name="input">The shape of the convolution's input.</param>
    /// <param name="x">The tensor whose activation's derivative is applied.</param>
    /// <param name="dy">What is read.</param>
    /// <param name="dx">What is written.</param>
    /// <param name="epilogue">What happens before the store.</param>
    /// <param name="forward">Whether it is a forward pass.</param>
    internal (TransposeWeightsKernel Transpose, ProductKernel Product) InputGradientKernels(
        Shape input, View x, View dy, View dx, Epilogue epilogue, bool forward = false)
    {
        var packing = new ConvPacking(this, input, !x.Blocked);
        (Axis rows, Axis columns) = Axes(input, dy.Height, dy.Width);
        int sourceBlocks = packing.OutputBlocksPerGroup, sourceRows = Math.Min(16, Filters);
        int targetBlocks = dx.Planes, targetBlocksPerGroup = packing.SeparateGroups == 1 ? targetBlocks : packing.Channels / packing.SeparateGroups / 16;
        var grids = new List<ProductRows>();
        var positions = new List<(int Tap, int Before, int Index, int Count)>();
        int perPosition = targetBlocks * sourceBlocks * sourceRows * 16;
        foreach ((Phase v, Phase h) in from v in rows.Phases from h in columns.Phases select (v, h))
        {
            int taps = v.Taps.Count * h.Taps.Count, before = positions.Count, index = 0;
            foreach ((int ky, int kx) in from ky in v.Taps from kx in h.Taps select (ky, kx))
            {
                positions.Add(((ky * packing.KernelWidth) + kx, before, index++, taps));
            }

            int target = (v.First * dx.Row) + (h.First * 16);
            grids.Add(new ProductRows(
                v.Count, h.Count, (v.Offset * dy.Row) + (h.Offset * 16), dy.Row, 16, target, rows.Stride * dx.Row, columns.Stride * 16,
                (v.First * x.Row) + (h.First * 16), rows.Stride * x.Row, taps == 0 ? 0 : v.Taps.Count, v.Step * dy.Row, h.Taps.Count, h.Step * 16,
                new EquatableArray<int>(Enumerable.Range(0, sourceRows)), before * perPosition, sourceBlocks * taps * sourceRows * 16)
            {
                RowSpan = new WindowSpan(v.Offset, 1, v.Step, dy.Height),
                ColumnSpan = new WindowSpan(h.Offset, 1, h.Step, dy.Width),
            });
        }

        var transpose = new TransposeWeightsKernel(
            targetBlocks, sourceBlocks, targetBlocksPerGroup, packing.Channels / packing.SeparateGroups, sourceRows,
            packing.WeightBlock, packing.InputsPerBlock, packing.InputMajor, 16, packing.Position, new EquatableArray<(int, int, int, int)>(positions));
        var product = new ProductKernel(
            $"{(forward ? "ConvTranspose_Forward" : "Conv_InputGradient")}_{Title(Window(input))}",
            $"{(forward ? "Transposed convolution" : "Gradient of a convolution by its input")}.",
            new EquatableArray<ProductRows>(grids), packing.Channels, sourceBlocks, dy.Plane, targetBlocksPerGroup, packing.SeparateGroups == 1 ? 0 : sourceBlocks * dy.Plane,
            dy.Sample, dx.Plane, dx.Sample, x.Plane, x.Sample, Chunks(dx.Height, dx.Width, packing), epilogue, forward ? ("X", "W", "Y") : ("DY", "W", "DX"));
        return (transpose, product);
    }

    /// <summary>The axes seen from the input.</summary>
    internal (Axis Rows, Axis Columns) Axes(Shape input)
    {
        Window w = Window(input);
        return Axes(
            input, ((input.Height + w.Top + w.Bottom - w.ExtentHeight) / w.StrideHeight) + 1, ((input.Width + w.Left + w.Right - w.ExtentWidth) / w.StrideWidth) + 1);
    }

    /// <summary>The axes seen from the input, of which only the first outputs are used.</summary>
    internal (Axis Rows, Axis Columns) Axes(Shape input, int height, int width)
    {
        Window w = Window(input);
        return (
            new Axis(input.Height, height, w.KernelHeight, w.StrideHeight, w.DilationHeight, w.Top),
            new Axis(input.Width, width, w.KernelWidth, w.StrideWidth, w.DilationWidth, w.Left));
    }
}
