using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Dense;

internal sealed partial record DenseLayer
{
    public override bool TakesGain => true;

    public override bool TakesAddend => true;

    // Tiles read 16 inputs at a time; the caller's memory has nothing behind the last one.
    public override bool ReadsPlanar(Shape input) => input.Size % 16 == 0;

    public override PackedSpec Pack(ParameterSpec parameter, Shape input, bool planar) =>
        parameter.Name is "weight" or WeightNormSteps.Direction ? new DensePacking(Units, input, planar).Spec() : base.Pack(parameter, input, planar);

    public override void Forward(OperationContext c)
    {
        IReadOnlyList<Binding>? norm = c.FoldedNorm();
        var packing = new DensePacking(Units, c.Operation.Input.Shape, !c.X.Blocked);
        Epilogue epilogue = c.ForwardEpilogue with { Bias = Bias && norm is null, Gain = norm is not null };
        Kernel kernel = new DenseForwardKernel(Units, c.X, packing.Channels, packing.WeightBlock, c.Y.Sample, c.Addend.Sample, epilogue);
        Binding weights = WeightNorm ? WeightNormSteps.Forward(c, packing.OutputBlocks, packing.WeightBlock) : c.Parameter("W", "weight");
        if (c.BFloat16Weights)
        {
            c = c.By("bfloat16 weights");
            kernel = new BFloat16ForwardKernel(packing.OutputBlocks, c.X, packing.Channels, packing.BFloat16Block, c.Y.Sample, c.Addend.Sample, epilogue);
            weights = Round(c, packing, weights);
        }

        IEnumerable<Binding> bindings = [c.Input(), weights, c.Output(), .. c.AddendRead];
        c.Run(kernel, bindings.Concat(norm ?? (Bias ? [c.Parameter("Bias", "bias")] : [])).ToArray());
    }

    // Computes from parameters alone: it runs once after they changed.
    private static Binding Round(OperationContext c, DensePacking packing, Binding weights)
    {
        Tensor rounded = c.Scratch("bfloat16 weights", (long)packing.OutputBlocks * packing.BFloat16Block);
        c.Run(new BFloat16WeightsKernel(packing.OutputBlocks, packing.Positions, packing.Channels), weights, new("Scratch", rounded, true));
        return new("W", rounded, false);
    }
}
