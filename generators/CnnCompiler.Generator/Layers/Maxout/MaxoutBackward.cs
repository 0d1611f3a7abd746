using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Maxout;

internal sealed partial record MaxoutLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(
                new MaxoutBackwardKernel(c.DX, c.DY, c.X, Pieces, c.GradientEpilogue), c.OutputGradient(), new("Switches", c.Operation.Kept[Switches], false));
        }
    }
}
