using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.LeakyRelu;

internal sealed partial record LeakyReluLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
