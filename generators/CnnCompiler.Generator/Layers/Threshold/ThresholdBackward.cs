using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Threshold;

internal sealed partial record ThresholdLayer
{
    public override void Backward(OperationContext context) => ActivationSteps.Backward(context);
}
