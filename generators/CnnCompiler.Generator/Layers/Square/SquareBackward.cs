using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Square;

internal sealed partial record SquareLayer
{
    public override void Backward(OperationContext context) => ElementwiseSteps.Backward(context, new SquareFunction());
}
