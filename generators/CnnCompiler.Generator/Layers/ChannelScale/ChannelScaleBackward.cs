using CnnCompiler.Generator.Layers.Channelwise;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ChannelScale;

internal sealed partial record ChannelScaleLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.Trains)
        {
            ChannelwiseSteps.ParameterGradients(c, ChannelFactor.Input, Bias, shared: false);
        }

        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(
                new ChannelScaleKernel(c.X, c.DY, c.DX, true, c.GradientEpilogue, Bias: false), c.OutputGradient(), c.Parameter("W", "weight"));
        }
    }
}
