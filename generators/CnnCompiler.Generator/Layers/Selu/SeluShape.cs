using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Selu;

internal sealed partial record SeluLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
