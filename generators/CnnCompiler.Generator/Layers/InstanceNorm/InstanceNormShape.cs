using System.Collections.Generic;
using CnnCompiler.Generator.Layers.SampleNorm;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.InstanceNorm;

internal sealed partial record InstanceNormLayer
{
    public override Shape? Infer(ShapeContext context) => RankRule.HasPositions(context, Header.Text) ? context.Input : null;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output) =>
        Affine ? NormParameters.Of(Header, input.Channels) : [];
}
