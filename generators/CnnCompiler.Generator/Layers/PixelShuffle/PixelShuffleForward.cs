using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PixelShuffle;

internal sealed partial record PixelShuffleLayer
{
    public override bool IsIdentity(bool training) => Factor == 1;

    public override void Forward(OperationContext c) =>
        c.Run(new PixelShuffleKernel(c.X, c.Y, c.Y, Factor, false, c.ForwardEpilogue), c.Input(), c.Output());
}
