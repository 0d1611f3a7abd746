using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Silu;

internal sealed partial record SiluLayer
{
    public override bool WritesOver => true;

    public override void Forward(OperationContext context) => ElementwiseSteps.Forward(context, new SiluFunction());
}
