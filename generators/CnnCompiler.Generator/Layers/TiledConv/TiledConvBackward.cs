using CnnCompiler.Generator.Layers.UnsharedConv;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.TiledConv;

internal sealed partial record TiledConvLayer
{
    public override Halo OutputGradientHalo(Shape input) => Geometry(input, Output(input)).GradientHalo;

    public override void Backward(OperationContext c) => UnsharedSteps.Backward(c, Geometry(c.Operation.Input.Shape, c.Operation.Output.Shape), Bias);
}
