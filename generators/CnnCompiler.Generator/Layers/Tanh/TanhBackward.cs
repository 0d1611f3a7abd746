using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Tanh;

internal sealed partial record TanhLayer
{
    public override void Backward(OperationContext context) => ActivationSteps.Backward(context);
}
