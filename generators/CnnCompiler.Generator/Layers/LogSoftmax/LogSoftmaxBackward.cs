using CnnCompiler.Generator.Layers.Softmax;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LogSoftmax;

internal sealed partial record LogSoftmaxLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new SoftmaxGradientKernel(Log: true, c.X, c.DY, c.DX, c.GradientEpilogue), c.Input(), c.OutputGradient());
        }
    }
}
