using CnnCompiler.Generator.Layers.UnsharedConv;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.TiledConv;

internal sealed partial record TiledConvLayer
{
    public override Halo InputHalo(Shape input) => UnsharedSteps.InputHalo(UnsharedRule.Window(input, Kernel, Stride, Padding));

    public override PackedSpec Pack(ParameterSpec parameter, Shape input, bool planar)
    {
        UnsharedGeometry geometry = Geometry(input, Output(input));
        return parameter.Name == "weight" ? geometry.Weights() : geometry.Biases();
    }

    public override void Forward(OperationContext c) => UnsharedSteps.Forward(c, Geometry(c.Operation.Input.Shape, c.Operation.Output.Shape), Bias);

    private Shape Output(Shape input) => UnsharedRule.Output(input, Filters, Kernel, Stride, Padding);
}
