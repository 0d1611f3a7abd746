using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Square;

internal sealed partial record SquareLayer
{
    public override bool WritesOver => true;

    public override void Forward(OperationContext context) => ElementwiseSteps.Forward(context, new SquareFunction());
}
