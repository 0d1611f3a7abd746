using System.Collections.Generic;
using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.PositionalNorm;

internal sealed partial record PositionalNormLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output) =>
        Affine ? NormParameters.Of(Header, input.Channels) : [];
}
