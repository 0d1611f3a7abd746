using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Softplus;

internal sealed partial record SoftplusLayer
{
    public override void Backward(OperationContext context) => ActivationSteps.Backward(context);
}
