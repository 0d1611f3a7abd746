using CnnCompiler.Generator.Layers.Reshape;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Flatten;

internal sealed partial record FlattenLayer
{
    public override void Backward(OperationContext context)
    {
        if (context.NeedsInputGradient)
        {
            context.StoreInputGradient(
                new ReshapeKernel(context.DY, context.DX, context.X, context.GradientEpilogue, "DY", "DX"), context.OutputGradient());
        }
    }
}
