using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Upsample;

internal sealed partial record UpsampleLayer
{
    public override bool IsIdentity(bool training) => Factor == 1;

    public override void Forward(OperationContext c)
    {
        Kernel kernel = Scheme == UpsampleScheme.Nearest
            ? new NearestForwardKernel(c.X, c.Y, c.ForwardEpilogue)
            : new BilinearForwardKernel(c.X, c.Y, c.ForwardEpilogue);
        c.Run(kernel, c.Input(), c.Output());
    }
}
