using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Threshold;

internal sealed partial record ThresholdLayer
{
    public override Shape? Infer(ShapeContext context) => context.Input;
}
