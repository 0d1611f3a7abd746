using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LeakyRelu;

internal sealed partial record LeakyReluLayer
{
    // With a negative slope the output is positive on both sides and does not tell which one it came from.
    public override Activation? Activation => Slope >= 0 ? new(Function) : null;

    private LeakyReluFunction Function => new(Slope);

    public override void Forward(OperationContext c)
    {
        if (Slope >= 0)
        {
            ActivationSteps.Forward(c);
        }
        else
        {
            ElementwiseSteps.Forward(c, Function);
        }
    }
}
