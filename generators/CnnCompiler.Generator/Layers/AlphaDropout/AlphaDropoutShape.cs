using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.AlphaDropout;

internal sealed partial record AlphaDropoutLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
