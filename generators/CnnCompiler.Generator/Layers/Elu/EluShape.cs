using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Elu;

internal sealed partial record EluLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
