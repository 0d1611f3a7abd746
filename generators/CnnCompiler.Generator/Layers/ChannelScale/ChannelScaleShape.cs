using System.Collections.Generic;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.ChannelScale;

internal sealed partial record ChannelScaleLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output)
    {
        var shape = new EquatableArray<int>([input.Channels]);
        var weight = new ParameterSpec("weight", shape, FirstValues.Gain(Header));
        return Bias ? [weight, new("bias", shape, new InitializerSpec(InitializerKind.Constant, Header.BiasInit ?? 0))] : [weight];
    }
}
