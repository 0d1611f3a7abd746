using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Selu;

internal sealed partial record SeluLayer
{
    public override void Backward(OperationContext context) => ActivationSteps.Backward(context);
}
