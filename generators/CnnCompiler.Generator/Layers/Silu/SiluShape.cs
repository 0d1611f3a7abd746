using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Silu;

internal sealed partial record SiluLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
