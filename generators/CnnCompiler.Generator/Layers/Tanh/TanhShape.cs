using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Tanh;

internal sealed partial record TanhLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
