using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ZeroPad;

internal sealed partial record ZeroPadLayer
{
    // The middle of the gradient.
    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            View middle = c.DY with { Height = c.DX.Height, Width = c.DX.Width };
            c.StoreInputGradient(
                new MapKernel(middle, c.DX, c.X, c.GradientEpilogue, "DY", "DX", (Rows(c) * c.DY.Row) + (Padding * 16)), c.OutputGradient());
        }
    }
}
