using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Upsample;

internal sealed partial record UpsampleLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            Kernel kernel = Scheme == UpsampleScheme.Nearest
                ? new NearestBackwardKernel(c.DX, c.DY, c.X, c.GradientEpilogue)
                : new BilinearBackwardKernel(c.DX, c.DY, c.X, c.GradientEpilogue);
            c.StoreInputGradient(kernel, c.OutputGradient());
        }
    }
}
