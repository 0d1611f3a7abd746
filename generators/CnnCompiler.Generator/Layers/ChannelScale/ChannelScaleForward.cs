using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ChannelScale;

internal sealed partial record ChannelScaleLayer
{
    public override void Forward(OperationContext c)
    {
        IEnumerable<Binding> bindings = [c.Input(), c.Parameter("W", "weight"), c.Output()];
        c.Run(
            new ChannelScaleKernel(c.X, c.X, c.Y, false, c.ForwardEpilogue, Bias),
            (Bias ? bindings.Append(c.Parameter("Bias", "bias")) : bindings).ToArray());
    }
}
