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
        else
        {
            ElementwiseSteps.Backward(c, Function);
        }
    }
}
