using CnnCompiler.Generator.Layers.Softmax;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LogSoftmax;

internal sealed partial record LogSoftmaxLayer
{
    public override void Forward(OperationContext c) =>
        c.Run(new SoftmaxForwardKernel(Log: true, c.X, c.Y, c.ForwardEpilogue), c.Input(), c.Output());
}
