using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Relu;

internal sealed partial record ReluLayer
{
    public override Activation? Activation => new(new ReluFunction());

    public override void Forward(OperationContext context) => ActivationSteps.Forward(context);
}
