using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.MaxPool;

internal sealed partial record MaxPoolLayer
{
    public override PoolFunction? Pool(Shape input) => new MaxPoolFunction(Window(input), StoresSwitches: false);

    public override void Forward(OperationContext context) => MaxPoolSteps.Forward(context, Window(context.Operation.Input.Shape));
}
