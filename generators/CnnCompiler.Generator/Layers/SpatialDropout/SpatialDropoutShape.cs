using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.SpatialDropout;

internal sealed partial record SpatialDropoutLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
