using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.RadialBasis;

internal sealed partial record RadialBasisLayer
{
    public override PackedSpec Pack(ParameterSpec parameter, Shape input, bool planar) => new RadialPacking(Units, input).Spec();

    public override void Forward(OperationContext c) => c.Run(
        new RadialForwardKernel(c.X, new RadialPacking(Units, c.Operation.Input.Shape), c.Y.Sample, c.ForwardEpilogue),
        c.Input(), c.Parameter("W", "weight"), c.Output());
}
