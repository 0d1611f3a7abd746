using CnnCompiler.Generator.Layers.Dropping;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SpatialDropout;

internal sealed partial record SpatialDropoutLayer
{
    public override bool IsIdentity(bool training) => !training || Rate == 0;

    public override void Forward(OperationContext c) =>
        c.Run(new ChannelDropoutKernel(c.X, c.Y, c.Y, Rate, c.Operation.Node, c.ForwardEpilogue, "X", "Y"), c.Input(), c.Output());
}
