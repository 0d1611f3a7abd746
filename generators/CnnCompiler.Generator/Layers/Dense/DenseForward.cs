using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
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
        var kernel = new DenseForwardKernel(
            Units, c.X, packing.Channels, packing.WeightBlock, c.Y.Sample, c.Addend.Sample, c.ForwardEpilogue with { Bias = Bias && norm is null, Gain = norm is not null });
        Binding weights = WeightNorm ? WeightNormSteps.Forward(c, packing.OutputBlocks, packing.WeightBlock) : c.Parameter("W", "weight");
        IEnumerable<Binding> bindings = [c.Input(), weights, c.Output(), .. c.AddendRead];
        c.Run(kernel, bindings.Concat(norm ?? (Bias ? [c.Parameter("Bias", "bias")] : [])).ToArray());
    }
}
