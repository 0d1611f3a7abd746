using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Softmax;

internal sealed partial record SoftmaxLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
