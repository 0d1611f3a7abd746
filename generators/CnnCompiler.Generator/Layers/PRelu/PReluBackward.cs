using CnnCompiler.Generator.Layers.Channelwise;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PRelu;

internal sealed partial record PReluLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.Trains)
        {
            ChannelwiseSteps.ParameterGradients(c, ChannelFactor.NegativeInput, bias: false, shared: !PerChannel);
        }

        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(
                new PReluKernel(c.X, c.DY, c.DX, true, c.GradientEpilogue, PerChannel), c.Input(), c.OutputGradient(), c.Parameter("W", "weight"));
        }
    }
}
