using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.LocalResponseNorm;

internal sealed partial record LocalResponseNormLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
