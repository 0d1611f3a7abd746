using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.AvgPool;

internal sealed partial record AvgPoolLayer
{
    public override PoolFunction? Pool(Shape input) => new AvgPoolFunction(Window(input), CountIncludePad);

    public override void Forward(OperationContext context) =>
        AvgPoolSteps.Forward(context, Window(context.Operation.Input.Shape), CountIncludePad);
}
