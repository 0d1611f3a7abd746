using CnnCompiler.Generator.Layers.Dropping;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.AlphaDropout;

internal sealed partial record AlphaDropoutLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new DropoutKernel(c.DY, c.DX, c.X, Rate, Scale, 0, 0, c.Operation.Node, c.GradientEpilogue, "DY", "DX"), c.OutputGradient());
        }
    }
}
