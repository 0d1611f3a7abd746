using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>The logarithm of softmax over channels at each position.</summary>
public sealed class LogSoftmaxReference : LayerReference
{
    private double[] _y = [];

    /// <inheritdoc/>
    public override string Kind => "LogSoftmax";

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training) => _y = SoftmaxReference.Logarithm(x, Input);

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[dy.Length];
        for (int column = 0; column < dy.Length / Input.Channels; column++)
        {
            int first = (column / Input.Positions * Input.Size) + (column % Input.Positions);
            double sum = 0;
            for (int c = 0; c < Input.Channels; c++)
                sum += dy[first + (c * Input.Positions)];
            for (int c = 0; c < Input.Channels; c++)
                dx[first + (c * Input.Positions)] = dy[first + (c * Input.Positions)] - (Math.Exp(_y[first + (c * Input.Positions)]) * sum);
        }

        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;
}
