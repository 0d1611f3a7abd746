using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Elu;

internal sealed partial record EluLayer
{
    public override void Backward(OperationContext c)
    {
        if (Alpha >= 0)
        {
            ActivationSteps.Backward(c);
        }
        else
        {
            ElementwiseSteps.Backward(c, new NegativeEluFunction(Alpha));
        }
    }
}
