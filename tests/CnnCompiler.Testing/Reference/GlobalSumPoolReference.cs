using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>The sum of each channel over all positions.</summary>
public sealed class GlobalSumPoolReference : LayerReference
{
    /// <inheritdoc/>
    public override string Kind => "GlobalSumPool";

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training) => x.Chunk(Input.Positions).Select(channel => channel.Sum()).ToArray();

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) => dy.SelectMany(d => Enumerable.Repeat(d, Input.Positions)).ToArray();

    /// <inheritdoc/>
    protected override MapShape Infer() => MapShape.Features(Input.Channels);
}
