using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ContrastNorm;

internal sealed partial record ContrastNormLayer
{
    public override void Backward(OperationContext c)
    {
        if (!c.NeedsInputGradient)
        {
            return;
        }

        var maps = new ContrastMaps(c.X, Size);
        Tensor working = c.PerSample("gradient maps", (long)ContrastMaps.Working * maps.Floats);
        Binding scratch = new("Scratch", working, true), mean = new("Mean", c.Operation.Kept[Statistics], false);
        c.RunForInput(new ContrastGradientKernel(ContrastStage.Deviations, maps, c.DY, c.X, Epilogue.None), c.Input(), c.OutputGradient(), scratch, mean);
        c.RunForInput(new ContrastGradientKernel(ContrastStage.Means, maps, c.DY, c.X, Epilogue.None), c.Input(), c.OutputGradient(), scratch, mean);
        c.StoreInputGradient(new ContrastGradientKernel(ContrastStage.Input, maps, c.DY, c.DX, c.GradientEpilogue), c.Input(), c.OutputGradient(), scratch, mean);
    }
}
