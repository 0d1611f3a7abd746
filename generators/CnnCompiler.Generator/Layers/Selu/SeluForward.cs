using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Selu;

internal sealed partial record SeluLayer
{
    public override Activation? Activation => new(ExponentialLinear.Selu);

    public override void Forward(OperationContext context) => ActivationSteps.Forward(context);
}
