using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers;

/// <summary>The steps of an elementwise layer whose derivative needs its input, so that no other kernel can take it over.</summary>
internal static class ElementwiseSteps
{
    public static void Forward(OperationContext c, ElementwiseFunction function) =>
        c.Run(new ElementwiseKernel(function, c.X, c.X, c.Y, false, c.ForwardEpilogue), c.Input(), c.Output());

    public static void Backward(OperationContext c, ElementwiseFunction function)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new ElementwiseKernel(function, c.X, c.DY, c.DX, true, c.GradientEpilogue), c.Input(), c.OutputGradient());
        }
    }
}
