using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.AvgPool;

internal sealed partial record AvgPoolLayer
{
    public override void Backward(OperationContext context) =>
        AvgPoolSteps.Backward(context, Window(context.Operation.Input.Shape), CountIncludePad);
}
