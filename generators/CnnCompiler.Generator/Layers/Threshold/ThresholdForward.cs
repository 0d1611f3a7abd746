using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Threshold;

internal sealed partial record ThresholdLayer
{
    public override Activation? Activation => new(new ThresholdFunction());

    public override void Forward(OperationContext context) => ActivationSteps.Forward(context);
}
