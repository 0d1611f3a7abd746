using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.RadialBasis;

internal sealed partial record RadialBasisLayer
{
    public override void Backward(OperationContext c)
    {
        var packing = new RadialPacking(Units, c.Operation.Input.Shape);
        if (c.Trains)
        {
            c.Run(
                new RadialWeightGradientKernel(c.X, packing, c.DY.Sample),
                c.Input(), c.OutputGradient(), c.Parameter("W", "weight"), c.Gradient("DW", "weight"));
        }

        if (c.NeedsInputGradient)
        {
            var transpose = new RadialTransposeKernel(packing);
            Tensor weights = c.Scratch("transposed weights", transpose.Floats);
            c.RunForInput(transpose, c.Parameter("W", "weight"), new("Scratch", weights, true));
            c.StoreInputGradient(
                new RadialInputGradientKernel(c.X, c.DX, packing, c.DY.Sample, c.GradientEpilogue),
                c.Input(), c.OutputGradient(), new("W", weights, false));
        }
    }
}
