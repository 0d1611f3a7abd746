using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Relu;

internal sealed partial record ReluLayer
{
    public override void Backward(OperationContext context) => ActivationSteps.Backward(context);
}
