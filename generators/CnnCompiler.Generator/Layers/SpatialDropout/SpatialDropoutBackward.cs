using CnnCompiler.Generator.Layers.Dropping;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SpatialDropout;

internal sealed partial record SpatialDropoutLayer
{
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new ChannelDropoutKernel(c.DY, c.DX, c.X, Rate, c.Operation.Node, c.GradientEpilogue, "DY", "DX"), c.OutputGradient());
        }
    }
}
