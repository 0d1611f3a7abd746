using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PRelu;

internal sealed partial record PReluLayer
{
    public override void Forward(OperationContext c) =>
        c.Run(new PReluKernel(c.X, c.X, c.Y, false, c.ForwardEpilogue, PerChannel), c.Input(), c.Parameter("W", "weight"), c.Output());
}
