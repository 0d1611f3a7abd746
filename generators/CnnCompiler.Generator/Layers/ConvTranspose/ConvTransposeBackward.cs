using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.ConvTranspose;

internal sealed partial record ConvTransposeLayer
{
    public override Halo OutputGradientHalo(Shape input) => Mirror(input).InputHalo(Output(input));

    // The mirrored convolution's forward pass, of gradients; and its weight gradient with input and gradient exchanged.
    public override void Backward(OperationContext c)
    {
        Shape input = c.Operation.Input.Shape;
        ConvLayer mirror = Mirror(input);
        if (c.Trains)
        {
            ConvLayer.WeightGradient(
                c, Packing(input), mirror.WeightGradientKernel(Output(input), c.DY, c.X, c.FullUnroll), c.OutputGradient("X"), c.Input("DY"),
                field => c.Gradient(field, "weight"));
            if (Bias)
            {
                c.Run(new BiasGradientKernel(c.DY), c.OutputGradient(), c.Gradient("DBias", "bias"));
            }
        }

        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(
                mirror.ForwardKernel(Output(input), c.DY, c.DX, c.GradientEpilogue, c.FullUnroll, c.X, backward: true), c.OutputGradient(),
                c.Parameter("W", "weight"));
        }
    }
}
