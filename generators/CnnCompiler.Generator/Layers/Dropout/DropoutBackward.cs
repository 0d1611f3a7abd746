using CnnCompiler.Generator.Layers.Dropping;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dropout;

internal sealed partial record DropoutLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new DropoutKernel(c.DY, c.DX, c.X, Rate, 1 / (1 - Rate), 0, 0, c.Operation.Node, c.GradientEpilogue, "DY", "DX"), c.OutputGradient());
        }
    }
}
