using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dense;

internal sealed partial record DenseLayer
{
    public override void Backward(OperationContext c)
    {
        var packing = new DensePacking(Units, c.Operation.Input.Shape, !c.X.Blocked);
        if (c.Trains)
        {
            Tensor? effective = WeightNorm ? c.Scratch("effective weight gradient", (long)packing.OutputBlocks * packing.WeightBlock) : null;
            IEnumerable<Binding> bindings = [c.Input(), c.OutputGradient(), effective is null ? c.Gradient("DW", "weight") : new("DW", effective, true)];
            c.Run(
                new DenseWeightGradientKernel(Units, c.X, packing.Channels, packing.Positions, packing.WeightBlock, c.DY.Sample, Bias),
                (Bias ? bindings.Append(c.Gradient("DBias", "bias")) : bindings).ToArray());
            if (effective is not null)
            {
                WeightNormSteps.Backward(c, packing.OutputBlocks, packing.WeightBlock, effective);
            }
        }

        if (c.NeedsInputGradient)
        {
            var transpose = new DenseTransposeKernel(Units, c.DX.Channels, c.DX.Height * c.DX.Width, packing.WeightBlock, packing.InputsPerBlock, packing.InputMajor);
            Tensor weights = c.Scratch("transposed weights", transpose.Floats);
            c.RunForInput(transpose, WeightNorm ? WeightNormSteps.Weights(c) : c.Parameter("W", "weight"), new("Scratch", weights, true));
            c.StoreInputGradient(
                new DenseInputGradientKernel(Units, c.DX, c.X, c.DY.Sample, c.GradientEpilogue), c.OutputGradient(), new("W", weights, false));
        }
    }
}
