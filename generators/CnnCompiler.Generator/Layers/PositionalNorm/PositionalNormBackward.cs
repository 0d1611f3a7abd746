using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PositionalNorm;

internal sealed partial record PositionalNormLayer
{
    public override void Backward(OperationContext c)
    {
        Binding statistics = new("Mean", c.Operation.Kept[Statistics], false);
        if (Affine && c.Trains)
        {
            const int parts = PositionalGainGradientKernel.Parts;
            int floats = c.X.Planes * 16;
            Tensor gains = c.Scratch("gain gradient parts", (long)parts * floats), biases = c.Scratch("bias gradient parts", (long)parts * floats);
            c.Run(
                new PositionalGainGradientKernel(c.X, c.DY), c.Input(), c.OutputGradient(), statistics, new("DW", gains, true), new("DBias", biases, true));
            c.Run(new SumPartsKernel(parts, floats), new("Scratch", gains, false), c.Gradient("DY", "weight"));
            c.Run(new SumPartsKernel(parts, floats), new("Scratch", biases, false), c.Gradient("DY", "bias"));
        }

        if (c.NeedsInputGradient)
        {
            List<Binding> bindings = [c.Input(), c.OutputGradient(), statistics];
            if (Affine)
            {
                bindings.Add(c.Parameter("W", "weight"));
            }

            c.StoreInputGradient(new PositionalGradientKernel(c.X, c.DY, c.DX, Affine, c.GradientEpilogue), bindings.ToArray());
        }
    }
}
