using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ContrastNorm;

internal sealed partial record ContrastNormLayer
{
    private const string Statistics = "statistics";

    public override void Forward(OperationContext c)
    {
        var maps = new ContrastMaps(c.X, Size);
        Tensor statistics = c.PerSample(Statistics, (long)ContrastMaps.Kept * maps.Floats), working = c.PerSample("maps", (long)ContrastMaps.Working * maps.Floats);
        c.Operation.Kept[Statistics] = statistics;
        Binding scratch = new("Scratch", working, true), mean = new("Mean", statistics, true);
        c.Run(new ContrastForwardKernel(ContrastStage.Sums, maps, c.X, 0, Epilogue.None), c.Input(), scratch, mean);
        c.Run(new ContrastForwardKernel(ContrastStage.Squares, maps, c.X, 0, Epilogue.None), c.Input(), scratch, mean);
        c.Run(new ContrastForwardKernel(ContrastStage.Output, maps, c.Y, Epsilon, c.ForwardEpilogue), c.Input(), scratch, mean, c.Output());
    }
}
