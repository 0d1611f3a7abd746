using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PixelShuffle;

internal sealed partial record PixelShuffleLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new PixelShuffleKernel(c.DY, c.DX, c.X, Factor, true, c.GradientEpilogue), c.OutputGradient());
        }
    }
}
