using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Sigmoid;

internal sealed partial record SigmoidLayer
{
    public override void Backward(OperationContext context) => ActivationSteps.Backward(context);
}
