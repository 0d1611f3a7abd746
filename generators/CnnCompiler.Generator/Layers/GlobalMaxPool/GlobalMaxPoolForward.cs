using CnnCompiler.Generator.Layers.MaxPool;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.GlobalMaxPool;

internal sealed partial record GlobalMaxPoolLayer
{
    public override void Forward(OperationContext context) => MaxPoolSteps.Forward(context, GlobalWindow.Of(context.Operation.Input.Shape));
}
