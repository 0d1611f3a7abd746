using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LeakyRelu;

internal sealed partial record LeakyReluLayer
{
    public override void Backward(OperationContext c)
    {
        if (Slope >= 0)
        {
            ActivationSteps.Backward(c);
        }
        else if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new ElementwiseKernel(Function, c.X, c.DY, c.DX, true, c.GradientEpilogue), c.Input(), c.OutputGradient());
        }
    }
}
