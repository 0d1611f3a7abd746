using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers;

/// <summary>The steps of an elementwise layer that stands alone: behind the network's input, or behind a tensor with several readers.</summary>
internal static class ActivationSteps
{
    public static void Forward(OperationContext c) =>
        c.Run(new MapKernel(c.X, c.Y, c.Y, c.ForwardEpilogue, "X", "Y"), c.Input(), c.Output());

    // The gradient by the output already has the layer's own derivative: its readers multiplied it in.
    public static void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new MapKernel(c.DY, c.DX, c.X, c.GradientEpilogue, "DY", "DX"), c.OutputGradient());
        }
    }
}
