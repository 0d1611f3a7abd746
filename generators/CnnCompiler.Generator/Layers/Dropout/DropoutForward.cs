using CnnCompiler.Generator.Layers.Dropping;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dropout;

internal sealed partial record DropoutLayer
{
    public override bool IsIdentity(bool training) => !training || Rate == 0;

    public override void Forward(OperationContext c) =>
        c.Run(new DropoutKernel(c.X, c.Y, c.Y, Rate, 1 / (1 - Rate), 0, 0, c.Operation.Node, c.ForwardEpilogue, "X", "Y"), c.Input(), c.Output());
}
