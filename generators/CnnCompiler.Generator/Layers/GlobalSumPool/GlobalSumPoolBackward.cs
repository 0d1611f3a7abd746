using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.GlobalSumPool;

internal sealed partial record GlobalSumPoolLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(
                new SumPoolBackwardKernel(c.DX, c.DY, c.X, GlobalWindow.Of(c.Operation.Input.Shape), c.GradientEpilogue), c.OutputGradient());
        }
    }
}
