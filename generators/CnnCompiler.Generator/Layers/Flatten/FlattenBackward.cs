using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Flatten;

internal sealed partial record FlattenLayer
{
    public override void Backward(OperationContext context)
    {
        if (context.NeedsInputGradient)
        {
            context.StoreInputGradient(
                new UnflattenKernel(context.DX, context.DY, context.X, context.GradientEpilogue), context.OutputGradient());
        }
    }
}
