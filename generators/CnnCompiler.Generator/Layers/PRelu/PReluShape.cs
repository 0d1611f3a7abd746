using System.Collections.Generic;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.PRelu;

internal sealed partial record PReluLayer
{
    private const double FirstSlope = 0.25;

    public override Shape? Infer(ShapeContext context) => context.Input;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output) =>
    [
        new("weight", new EquatableArray<int>([PerChannel ? input.Channels : 1]), Header.Init == InitScheme.Default
            ? new InitializerSpec(InitializerKind.Constant, Header.InitScale ?? FirstSlope)
            : FirstValues.Gain(Header)),
    ];
}
