using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Sigmoid;

internal sealed partial record SigmoidLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
