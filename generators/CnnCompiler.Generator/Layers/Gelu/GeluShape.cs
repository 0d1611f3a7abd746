using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Gelu;

internal sealed partial record GeluLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
