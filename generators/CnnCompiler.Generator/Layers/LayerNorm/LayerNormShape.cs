using System.Collections.Generic;
using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.LayerNorm;

internal sealed partial record LayerNormLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output) =>
        Affine ? NormParameters.Of(Header, input.Dimensions()) : [];
}
