using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LocalResponseNorm;

internal sealed partial record LocalResponseNormLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            var window = new ChannelWindow(c.X.Channels, Size);
            Tensor rows = c.PerSample("responses", (long)c.X.Height * window.Floats * ResponseGradientKernel.Buffers);
            c.StoreInputGradient(
                new ResponseGradientKernel(c.X, c.DY, c.DX, window, new ResponsePower(Alpha / Size, Beta, K), c.GradientEpilogue),
                c.Input(), c.OutputGradient(), new("Scratch", rows, true));
        }
    }
}
