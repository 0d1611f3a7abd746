using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Softplus;

internal sealed partial record SoftplusLayer
{
    public override Activation? Activation => new(new SoftplusFunction());

    public override void Forward(OperationContext context) => ActivationSteps.Forward(context);
}
