using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LocalResponseNorm;

internal sealed partial record LocalResponseNormLayer
{
    public override void Forward(OperationContext c)
    {
        var window = new ChannelWindow(c.X.Channels, Size);
        Tensor squares = c.PerSample("squares", (long)c.X.Height * window.Floats);
        c.Run(new ResponseForwardKernel(c.X, c.Y, window, new ResponsePower(Alpha / Size, Beta, K), c.ForwardEpilogue), c.Input(), c.Output(), new("Scratch", squares, true));
    }
}
