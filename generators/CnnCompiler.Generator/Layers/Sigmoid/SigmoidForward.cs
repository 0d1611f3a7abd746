using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Sigmoid;

internal sealed partial record SigmoidLayer
{
    public override Activation? Activation => new(new SigmoidFunction());

    public override void Forward(OperationContext context) => ActivationSteps.Forward(context);
}
