using System;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Emission.Winners;
using CnnCompiler.Generator.Layers.Conv.Winners;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

// Gradients of convolutions before a maximum, from winner to winner of its windows.
internal sealed partial record ConvLayer
{
    public override string? TakesWinners(Shape input, Shape output, Window pool, Shape pooled, bool planar, bool trained)
    {
        // Vectors along the rows of planes end beyond the window: what they read there has to be memory of ours.
        Window window = Window(input);
        if (Groups > 1 || Connections is not null || pool.Taps > PoolFunction.MaxUnrolledTaps || (planar && (window.DilationWidth > 1 || InputHalo(input).IsEmpty)))
        {
            return null;
        }

        var choice = new WinnerChoice(window, input, output, Filters, pooled, planar)
        {
            WeightGradient = Header.Frozen ? null : WinogradWeightGradient(input)?.Transformed ?? WinnerChoice.Direct(output, window, planar ? input.Channels : InBlocks(input.Channels), Filters),
            InputGradient = trained ? WinogradBackward(input)?.Transformed ?? WinnerChoice.Direct(output, window, InBlocks(Filters), input.Channels) : null,
        };
        return choice.Pays ? choice.ToString() : null;

        static int InBlocks(int channels) => channels <= 16 ? channels : (channels + 15) / 16 * 16;
    }

    private void WinnerBackward(OperationContext c, WinnerPool pool)
    {
        Shape input = c.Operation.Input.Shape;
        var packing = new ConvPacking(this, input, !c.X.Blocked);
        Value maximum = pool.Operation.Output;
        var winners = new PoolWinners(maximum.Gradient!.View, maximum.Tensor.View, pool.Window, Window(input), c.Operation.Activation);
        Binding[] reads = [new("DY", maximum.Gradient!, false), new("Switches", pool.Operation.Switches!, false)];
        reads = c.Operation.Activation.IsNone ? reads : [.. reads, new("Y", maximum.Tensor, false)];
        if (c.Trains)
        {
            WithWeightNorm(c, packing, target => WinnerWeightGradient(c, packing, winners, [c.Input(), .. reads], target));
        }

        if (c.NeedsInputGradient)
        {
            var weights = new WinnerWeightsKernel(c.DX, Filters, packing.Positions, packing.InputBlocks, packing.InputsPerBlock);
            Tensor copy = c.Scratch("weights by filter", weights.Floats);
            c.RunForInput(weights, WeightNorm ? WeightNormSteps.Weights(c) : c.Parameter("W", "weight"), new("Scratch", copy, true));
            c.StoreInputGradient(new WinnerInputGradientKernel(winners, c.DX, c.X, Filters, c.GradientEpilogue), [.. reads, new("W", copy, false)]);
        }
    }

    private void WinnerWeightGradient(OperationContext c, ConvPacking packing, PoolWinners winners, Binding[] reads, Func<string, Binding> target)
    {
        var kernel = new WinnerWeightGradientKernel(winners, c.X, Filters, Bias);
        Tensor parts = c.Scratch("weight gradient parts", (long)WinnerWeightGradientKernel.MostParts * kernel.PartFloats);
        c.Run(kernel, [.. reads, new("Scratch", parts, true)]);
        Binding[] stored = [new("Scratch", parts, true), target("DW")];
        c.Run(
            new WinnerWeightGradientSumKernel(kernel, packing.OutputBlocks, packing.InputBlocks, packing.InputsPerBlock),
            Bias ? [.. stored, c.Gradient("DBias", "bias")] : stored);
    }
}
