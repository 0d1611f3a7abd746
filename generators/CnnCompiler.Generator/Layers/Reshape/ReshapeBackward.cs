using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Reshape;

internal sealed partial record ReshapeLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new ReshapeKernel(c.DY, c.DX, c.X, c.GradientEpilogue, "DY", "DX"), c.OutputGradient());
        }
    }
}
