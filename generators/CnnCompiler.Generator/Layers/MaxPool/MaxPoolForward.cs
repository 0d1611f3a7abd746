using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.MaxPool;

internal sealed partial record MaxPoolLayer
{
    public override void Forward(OperationContext context) => MaxPoolSteps.Forward(context, Window(context.Operation.Input.Shape));
}
