using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Softplus;

internal sealed partial record SoftplusLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
