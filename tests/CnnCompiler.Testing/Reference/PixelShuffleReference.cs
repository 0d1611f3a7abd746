using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>Moves channels to positions, as PyTorch's PixelShuffle does.</summary>
/// <param name="factor">Factor of rows and columns.</param>
public sealed class PixelShuffleReference(int factor) : LayerReference
{
    private int _batch;

    /// <inheritdoc/>
    public override string Kind => "PixelShuffle";

    /// <inheritdoc/>
    protected override object[] Arguments => [factor];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _batch = batch;
        var y = new double[batch * Output.Size];
        Walk((input, output) => y[output] = x[input]);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[_batch * Input.Size];
        Walk((input, output) => dx[input] = dy[output]);
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input.With(Input.Channels / (factor * factor), Input.Height * factor, Input.Width * factor);

    private void Walk(Action<int, int> visit)
    {
        for (int sample = 0; sample < _batch; sample++)
        {
            for (int channel = 0; channel < Output.Channels; channel++)
            {
                for (int row = 0; row < Output.Height; row++)
                {
                    for (int column = 0; column < Output.Width; column++)
                    {
                        int source = (channel * factor * factor) + (row % factor * factor) + (column % factor);
                        visit(
                            (((((sample * Input.Channels) + source) * Input.Height) + (row / factor)) * Input.Width) + (column / factor),
                            (((((sample * Output.Channels) + channel) * Output.Height) + row) * Output.Width) + column);
                    }
                }
            }
        }
    }
}
