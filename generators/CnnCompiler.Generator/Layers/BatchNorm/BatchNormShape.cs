using System.Collections.Generic;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.BatchNorm;

internal sealed partial record BatchNormLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output)
    {
        var shape = new EquatableArray<int>([input.Channels]);
        var zero = new InitializerSpec(InitializerKind.Constant, 0);
        var parameters = new List<ParameterSpec>();
        if (Affine)
        {
            parameters.Add(new("weight", shape, FirstValues.Gain(Header)));
            parameters.Add(new("bias", shape, Header.BiasInit is { } value ? new InitializerSpec(InitializerKind.Constant, value) : zero));
        }

        parameters.Add(new("running_mean", shape, zero, IsBuffer: true));
        parameters.Add(new("running_var", shape, new InitializerSpec(InitializerKind.Constant, 1), IsBuffer: true));
        return parameters;
    }
}
