using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.AvgPool;

/// <summary>The steps of a mean over windows, of which the global mean is the case of one window.</summary>
internal static class AvgPoolSteps
{
    public static void Forward(OperationContext c, Window window, bool countIncludePad) =>
        c.Run(new PoolForwardKernel(new PoolRow(new AvgPoolFunction(window, countIncludePad), c.X, c.Y, c.ForwardEpilogue)), c.Input(), c.Output());

    public static void Backward(OperationContext c, Window window, bool countIncludePad)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new AvgPoolBackwardKernel(c.DX, c.DY, c.X, window, c.GradientEpilogue, countIncludePad), c.OutputGradient());
        }
    }
}
