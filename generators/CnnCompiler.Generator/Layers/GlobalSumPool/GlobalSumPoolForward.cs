using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.GlobalSumPool;

internal sealed partial record GlobalSumPoolLayer
{
    public override void Forward(OperationContext c) =>
        c.Run(new PoolForwardKernel(new PoolRow(new SumPoolFunction(GlobalWindow.Of(c.Operation.Input.Shape)), c.X, c.Y, c.ForwardEpilogue)), c.Input(), c.Output());
}
