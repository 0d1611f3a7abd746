using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.LogSoftmax;

internal sealed partial record LogSoftmaxLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
