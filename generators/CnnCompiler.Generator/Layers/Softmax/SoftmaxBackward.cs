using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Softmax;

internal sealed partial record SoftmaxLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new SoftmaxGradientKernel(Log: false, c.X, c.DY, c.DX, c.GradientEpilogue), c.Input(), c.OutputGradient());
        }
    }
}
