using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.GroupNorm;

internal sealed partial record GroupNormLayer
{
    public override void Backward(OperationContext c) => SampleNormSteps.Backward(c, c.X.Channels / Groups, Gain);
}
