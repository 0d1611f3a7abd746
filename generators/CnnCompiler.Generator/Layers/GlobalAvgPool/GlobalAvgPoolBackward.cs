using CnnCompiler.Generator.Layers.AvgPool;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.GlobalAvgPool;

internal sealed partial record GlobalAvgPoolLayer
{
    public override void Backward(OperationContext context) =>
        AvgPoolSteps.Backward(context, GlobalWindow.Of(context.Operation.Input.Shape), countIncludePad: true);
}
