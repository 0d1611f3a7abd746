using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Flatten;

internal sealed partial record FlattenLayer
{
    public override Shape? Infer(ShapeContext context) => Shape.Features((int)context.Input.Size);
}
