using System;
using CnnCompiler.Generator.Emission.Winners;
using CnnCompiler.Generator.Layers.Conv.Winners;
using CnnCompiler.Generator.Layers.MaxPool;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

// Gradients of convolutions before a maximum, from winner to winner of its windows.
internal sealed partial record ConvLayer
{
    public override string? TakesWinners(Shape input, Shape output, Window pool, Shape pooled, bool planar, bool trained)
    {
        Window window = Window(input);
        if (Groups > 1 || Connections is not null || pool.Taps > Emission.Pools.PoolFunction.MaxUnrolledTaps || (planar && (window.DilationWidth > 1 || InputHalo(input).IsEmpty)))
        {
            return null;
        }

        var choice = new WinnerChoice(
            window, input, Filters, pooled, planar, trained,
            WinogradWeightGradient(input)?.Transformed ?? WinnerChoice.Direct(window, input, Filters, output, planar),
            WinogradBackward(input)?.Transformed ?? WinnerChoice.Direct(window, input, Filters, output, planar), output);
        return choice.Pays ? choice.ToString() : null;
    }

    private void WinnerBackward(OperationContext c, Operation maximum)
    {
        Shape input = c.Operation.Input.Shape;
        Window window = Window(input);
        var packing = new ConvPacking(this, input, !c.X.Blocked);
        var winners = new Emission.Winners.Winners(
            maximum.Output.Gradient!.View, maximum.Output.Tensor.View, ((MaxPoolLayer)maximum.Layer).Window(maximum.Input.Shape), window, c.Operation.Activation);
        Binding dy = new("DY", maximum.Output.Gradient!, false), y = new("Y", maximum.Output.Tensor, false), switches = new("Switches", maximum.Kept[MaxPoolSteps.Switches], false);
        if (c.Trains)
        {
            WithWeightNorm(c, packing, target => WinnerWeightGradient(c, packing, winners, [c.Input(), dy, y, switches], target));
        }

        if (c.NeedsInputGradient)
        {
            var weights = new WinnerWeightsKernel(c.DX, Filters, packing.Positions, packing.InputBlocks, packing.InputsPerBlock);
            Tensor copy = c.Scratch("weights by filter", weights.Floats);
            c.RunForInput(weights, WeightNorm ? WeightNormSteps.Weights(c) : c.Parameter("W", "weight"), new("Scratch", copy, true));
            c.StoreInputGradient(new WinnerInputGradientKernel(winners, c.DX, c.X, Filters, c.GradientEpilogue), dy, y, switches, new("W", copy, false));
        }
    }

    private void WinnerWeightGradient(OperationContext c, ConvPacking packing, Emission.Winners.Winners winners, Binding[] reads, Func<string, Binding> target)
    {
        var kernel = new WinnerWeightGradientKernel(winners, c.X, Filters, Bias);
        Tensor parts = c.Scratch("weight gradient parts", (long)kernel.Parts * kernel.PartFloats);
        c.Run(kernel, [.. reads, new("Scratch", parts, true)]);
        Binding[] stored = [new("Scratch", parts, true), target("DW")];
        c.Run(
            new WinnerWeightGradientSumKernel(kernel, packing.OutputBlocks, packing.InputBlocks, packing.InputsPerBlock),
            Bias ? [.. stored, c.Gradient("DBias", "bias")] : stored);
    }
}
