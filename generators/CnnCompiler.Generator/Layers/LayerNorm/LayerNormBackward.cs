using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LayerNorm;

internal sealed partial record LayerNormLayer
{
    public override void Backward(OperationContext c) => SampleNormSteps.Backward(c, c.X.Channels, Gain);
}
