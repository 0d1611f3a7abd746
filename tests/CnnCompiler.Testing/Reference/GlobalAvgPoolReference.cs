using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>The mean of each channel over all positions.</summary>
public sealed class GlobalAvgPoolReference : LayerReference
{
    /// <inheritdoc/>
    public override string Kind => "GlobalAvgPool";

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training) =>
        x.Chunk(Input.Positions).Select(channel => channel.Sum() / Input.Positions).ToArray();

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) =>
        dy.SelectMany(d => Enumerable.Repeat(d / Input.Positions, Input.Positions)).ToArray();

    /// <inheritdoc/>
    protected override MapShape Infer() => MapShape.Features(Input.Channels);
}
