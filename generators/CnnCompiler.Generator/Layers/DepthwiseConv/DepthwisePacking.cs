using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

/// <summary>How depthwise weights are packed: <c>[output block][row][column][16 outputs]</c>.</summary>
internal readonly record struct DepthwisePacking(int Channels, Window Window)
{
    public int Blocks => (Channels + 15) / 16;

    /// <summary>From a window row to the next.</summary>
    public int Row => Window.KernelWidth * 16;

    /// <summary>Floats of the weights of one output block.</summary>
    public int WeightBlock => Window.Taps * 16;

    public PackedSpec Spec() => PackedSpec.Of(
        [Channels, Window.KernelHeight, Window.KernelWidth], (long)Blocks * WeightBlock, (16, WeightBlock, 1), (1, Row, 0), (1, 16, 0));
}
