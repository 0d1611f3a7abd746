using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Softmax;

internal sealed partial record SoftmaxLayer
{
    public override void Forward(OperationContext c) =>
        c.Run(new SoftmaxForwardKernel(Log: false, c.X, c.Y, c.ForwardEpilogue), c.Input(), c.Output());
}
