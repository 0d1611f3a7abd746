using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Dropout;

internal sealed partial record DropoutLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
