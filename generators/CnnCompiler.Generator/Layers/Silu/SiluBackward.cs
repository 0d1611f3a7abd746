using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Silu;

internal sealed partial record SiluLayer
{
    public override void Backward(OperationContext context) => ElementwiseSteps.Backward(context, new SiluFunction());
}
