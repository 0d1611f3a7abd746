using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.InstanceNorm;

internal sealed partial record InstanceNormLayer
{
    public override void Backward(OperationContext c) => SampleNormSteps.Backward(c, 1, Gain);
}
