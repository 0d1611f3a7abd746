using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.GroupNorm;

internal sealed partial record GroupNormLayer
{
    private NormGain Gain => Affine ? NormGain.Channel : NormGain.None;

    public override void Forward(OperationContext c) => SampleNormSteps.Forward(c, c.X.Channels / Groups, Epsilon, Gain);
}
