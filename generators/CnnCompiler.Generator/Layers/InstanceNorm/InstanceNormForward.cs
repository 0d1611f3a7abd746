using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.InstanceNorm;

internal sealed partial record InstanceNormLayer
{
    private NormGain Gain => Affine ? NormGain.Channel : NormGain.None;

    public override void Forward(OperationContext c) => SampleNormSteps.Forward(c, 1, Epsilon, Gain);
}
