using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Channelwise;

/// <summary>The steps that give the gradients of parameters per channel.</summary>
internal static class ChannelwiseSteps
{
    /// <summary>Adds the steps for <c>weight</c>, whose gradient is the sum of dy * <paramref name="factor"/>, and for <c>bias</c>.</summary>
    public static void ParameterGradients(OperationContext c, ChannelFactor factor, bool bias, bool shared)
    {
        Tensor sums = c.Scratch("gradient sums", new BatchStrips(c.X, c.DY).Floats);
        c.Run(new ChannelPartsKernel(c.X, c.DY, factor), c.Input(), c.OutputGradient(), new("Scratch", sums, true));
        IEnumerable<Binding> bindings = [new("Scratch", sums, false), c.Gradient("DW", "weight")];
        c.Run(new ChannelGradientKernel(c.X, c.DY, bias, shared), (bias ? bindings.Append(c.Gradient("DBias", "bias")) : bindings).ToArray());
    }
}
