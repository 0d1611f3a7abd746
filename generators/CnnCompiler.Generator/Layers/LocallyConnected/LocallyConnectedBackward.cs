using CnnCompiler.Generator.Layers.UnsharedConv;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.LocallyConnected;

internal sealed partial record LocallyConnectedLayer
{
    public override Halo OutputGradientHalo(Shape input) => Geometry(input, Output(input)).GradientHalo;

    public override void Backward(OperationContext c) => UnsharedSteps.Backward(c, Geometry(c.Operation.Input.Shape, c.Operation.Output.Shape), Bias);
}
