using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LeakyRelu;

internal sealed partial record LeakyReluLayer
{
    public override void Backward(OperationContext context) => ActivationSteps.Backward(context);
}
