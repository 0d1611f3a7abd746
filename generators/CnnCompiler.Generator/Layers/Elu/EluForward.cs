using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Elu;

internal sealed partial record EluLayer
{
    // With a negative alpha the output is positive on both sides and does not tell which one it came from.
    public override Activation? Activation => Alpha >= 0 ? new(new ExponentialLinear(Alpha, 1)) : null;

    public override void Forward(OperationContext c)
    {
        if (Alpha >= 0)
        {
            ActivationSteps.Forward(c);
        }
        else
        {
            ElementwiseSteps.Forward(c, new NegativeEluFunction(Alpha));
        }
    }
}
