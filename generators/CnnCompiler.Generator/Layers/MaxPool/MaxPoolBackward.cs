using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.MaxPool;

internal sealed partial record MaxPoolLayer
{
    public override void Backward(OperationContext context) => MaxPoolSteps.Backward(context, Window(context.Operation.Input.Shape));
}
