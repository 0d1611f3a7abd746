using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.MaxPool;

/// <summary>The steps of a maximum over windows, of which the global maximum is the case of one window.</summary>
internal static class MaxPoolSteps
{
    public static void Forward(OperationContext c, Window window)
    {
        var kernel = new PoolForwardKernel(new PoolRow(new MaxPoolFunction(window, c.Training), c.X, c.Y, c.ForwardEpilogue));
        if (!c.Training)
        {
            c.Run(kernel, c.Input(), c.Output());
            return;
        }

        Tensor switches = c.PerSample("switches", (long)c.Y.Planes * c.Y.Height * c.Y.Width * 16);
        c.Operation.Switches = switches;
        c.Run(kernel, c.Input(), c.Output(), new("Switches", switches, true));
    }

    public static void Backward(OperationContext c, Window window)
    {
        if (c.NeedsInputGradient && !c.LeavesGradient())
        {
            c.StoreInputGradient(
                new MaxPoolBackwardKernel(c.DX, c.DY, c.X, window, c.GradientEpilogue), c.OutputGradient(), new("Switches", c.Operation.Switches!, false));
        }
    }
}
