using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LeakyRelu;

internal sealed partial record LeakyReluLayer
{
    public override Activation? Activation => new(ActivationKind.LeakyRelu, Slope);

    public override void Forward(OperationContext context) => ActivationSteps.Forward(context);
}
