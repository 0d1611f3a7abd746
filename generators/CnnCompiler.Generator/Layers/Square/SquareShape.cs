using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Square;

internal sealed partial record SquareLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
