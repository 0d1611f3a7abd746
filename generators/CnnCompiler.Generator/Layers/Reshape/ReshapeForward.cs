using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Reshape;

internal sealed partial record ReshapeLayer
{
    public override void Forward(OperationContext c) =>
        c.Run(new ReshapeKernel(c.X, c.Y, c.Y, c.ForwardEpilogue, "X", "Y"), c.Input(), c.Output());
}
