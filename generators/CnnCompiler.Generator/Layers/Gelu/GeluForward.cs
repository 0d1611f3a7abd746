using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Gelu;

internal sealed partial record GeluLayer
{
    public override bool WritesOver => true;

    public override void Forward(OperationContext context) => ElementwiseSteps.Forward(context, new GeluFunction());
}
