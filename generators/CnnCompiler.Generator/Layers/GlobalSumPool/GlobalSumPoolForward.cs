using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.GlobalSumPool;

internal sealed partial record GlobalSumPoolLayer
{
    public override void Forward(OperationContext c) =>
        c.Run(new SumPoolForwardKernel(c.X, c.Y, GlobalWindow.Of(c.Operation.Input.Shape), c.ForwardEpilogue), c.Input(), c.Output());
}
