using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

internal sealed partial record DepthwiseConvLayer
{
    // Enough independent tasks for any thread count; with fewer blocks of channels, the batch is cut into this many parts.
    private const int FewestTasks = 8;

    public override Halo OutputGradientHalo(Shape input) => Grouped(input).OutputGradientHalo(input);

    public override void Backward(OperationContext c)
    {
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
        DepthwisePacking packing = Packing(c.Operation.Input.Shape);
        Tensor source = Multiplier == 1 ? c.Operation.Input.Tensor : c.Operation.Kept[KeptInput];
        int weights = packing.Blocks * packing.WeightBlock, biases = packing.Blocks * 16, parts = packing.Blocks >= FewestTasks ? 1 : FewestTasks;
        Tensor? effective = Options.WeightNorm ? c.Scratch("effective weight gradient", weights) : null;
        Binding Target(string field) => effective is null ? c.Gradient(field, "weight") : new(field, effective, true);
        var kernel = new DepthwiseWeightGradientKernel(
            $"Depthwise_WeightGradient_{Geometry(packing.Window)}", packing.Window, source.View, c.DY, parts, Bias);
        List<Binding> bindings = [new("X", source, false), c.OutputGradient()];
        if (parts == 1)
        {
            bindings.Add(Target("DW"));
            c.Run(kernel, (Bias ? bindings.Append(c.Gradient("DBias", "bias")) : bindings).ToArray());
        }
        else
        {
            Tensor dw = c.Scratch("weight gradient parts", (long)parts * weights);
            bindings.Add(new("DW", dw, true));
            Tensor? db = Bias ? c.Scratch("bias gradient parts", (long)parts * biases) : null;
            c.Run(kernel, (db is null ? bindings : bindings.Append(new("DBias", db, true))).ToArray());
            c.Run(new SumPartsKernel(parts, weights), new("Scratch", dw, false), Target("DY"));
            if (db is not null)
            {
                c.Run(new SumPartsKernel(parts, biases), new("Scratch", db, false), c.Gradient("DY", "bias"));
            }
        }

        if (effective is not null)
        {
            WeightNormSteps.Backward(c, packing.Blocks, packing.WeightBlock, effective);
        }
    }

    private void InputGradient(OperationContext c)
    {
        Shape input = c.Operation.Input.Shape;
        DepthwisePacking packing = Packing(input);
        Binding weights = Options.WeightNorm ? WeightNormSteps.Weights(c) : c.Parameter("W", "weight");
        if (Multiplier == 1)
        {
            c.StoreInputGradient(InputGradientKernel(c, input, packing, c.DX, c.X, c.GradientEpilogue), c.OutputGradient(), weights);
            return;
        }

        // The gradient by the repeated channels; a channel's is the sum over its repetitions.
        var repeated = Tensor.Blocked(c.Operation.Name + " repeated input gradient", Repeated(input), default);
        c.RunForInput(
            InputGradientKernel(c, input, packing, repeated.View, default, Epilogue.None), c.OutputGradient(), weights, new("DX", repeated, true));
        c.StoreInputGradient(new SumRepeatsKernel(repeated.View, c.DX, c.X, Multiplier, c.GradientEpilogue), new Binding("DY", repeated, false));
    }

    // Input positions with the same remainder by the stride get their gradients from the same window positions: see ConvLayer.
    private DepthwiseKernel InputGradientKernel(OperationContext c, Shape input, DepthwisePacking packing, View dx, View derivative, Epilogue epilogue)
    {
        View dy = c.DY;
        (Axis rows, Axis columns) = Grouped(input).Axes(input, dy.Height, dy.Width);
        IEnumerable<DepthwiseRows> grids =
            from v in rows.Phases
            from h in columns.Phases
            let firstRow = v.Taps.Count > 0 ? v.Taps[0] : 0
            let firstColumn = h.Taps.Count > 0 ? h.Taps[0] : 0
            let rowTaps = v.Taps.Count > 1 ? v.Taps[1] - v.Taps[0] : 0
            let columnTaps = h.Taps.Count > 1 ? h.Taps[1] - h.Taps[0] : 0
            select new DepthwiseRows(
                v.Count, h.Count, (v.Offset * dy.Row) + (h.Offset * 16), dy.Row, 16,
                (v.First * dx.Row) + (h.First * 16), rows.Stride * dx.Row, columns.Stride * 16,
                (v.First * derivative.Row) + (h.First * 16), rows.Stride * derivative.Row,
                h.Taps.Count == 0 ? 0 : v.Taps.Count, v.Step * dy.Row, rowTaps * packing.Row, h.Taps.Count, h.Step * 16, columnTaps * 16,
                (firstRow * packing.Row) + (firstColumn * 16));
        return new DepthwiseKernel(
            $"Depthwise_InputGradient_{Geometry(packing.Window)}", "Gradient of a depthwise convolution by its input.",
            new EquatableArray<DepthwiseRows>(grids), packing.Blocks, packing.WeightBlock, dy.Plane, dy.Sample, dx.Plane, dx.Sample, derivative.Plane,
            derivative.Sample, Chunks(dx, packing.Window), epilogue, ("DY", "DX"));
    }
}
