using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.AvgPool;

internal sealed partial record AvgPoolLayer
{
    public override void Forward(OperationContext context) =>
        AvgPoolSteps.Forward(context, Window(context.Operation.Input.Shape), CountIncludePad);
}
