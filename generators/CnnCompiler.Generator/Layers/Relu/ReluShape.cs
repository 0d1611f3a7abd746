using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Relu;

internal sealed partial record ReluLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
