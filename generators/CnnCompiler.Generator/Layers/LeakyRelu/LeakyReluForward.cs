using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LeakyRelu;

internal sealed partial record LeakyReluLayer
{
    // With a negative slope the output is positive on both sides and does not tell which one it came from.
    public override Activation? Activation => Slope >= 0 ? Function : null;

    private Activation Function => new(ActivationKind.LeakyRelu, Slope);

    public override void Forward(OperationContext c)
    {
        if (Slope >= 0)
        {
            ActivationSteps.Forward(c);
            return;
        }

        c.Run(new ElementwiseKernel(Function, c.X, c.X, c.Y, false, c.ForwardEpilogue), c.Input(), c.Output());
    }
}
