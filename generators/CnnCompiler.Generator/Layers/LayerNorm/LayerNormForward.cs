using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.LayerNorm;

internal sealed partial record LayerNormLayer
{
    public override PackedSpec Pack(ParameterSpec parameter, Shape input, bool planar) => SampleNormSteps.PackElements(input);

    private NormGain Gain => Affine ? NormGain.Element : NormGain.None;

    public override void Forward(OperationContext c) => SampleNormSteps.Forward(c, c.X.Channels, Epsilon, Gain);
}
