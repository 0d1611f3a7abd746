using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Gelu;

internal sealed partial record GeluLayer
{
    public override void Backward(OperationContext context) => ElementwiseSteps.Backward(context, new GeluFunction());
}
