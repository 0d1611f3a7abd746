using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>e^x / sum e^x over channels at each position.</summary>
public sealed class SoftmaxReference : LayerReference
{
    private double[] _y = [];

    /// <inheritdoc/>
    public override string Kind => "Softmax";

    /// <summary>The logarithm of softmax over channels at each position.</summary>
    /// <param name="x">N x C x positions.</param>
    /// <param name="shape">C and the positions.</param>
    public static double[] Logarithm(double[] x, MapShape shape)
    {
        var y = new double[x.Length];
        for (int column = 0; column < x.Length / shape.Channels; column++)
        {
            int first = (column / shape.Positions * shape.Size) + (column % shape.Positions);
            double largest = double.NegativeInfinity, sum = 0;
            for (int c = 0; c < shape.Channels; c++)
                largest = Math.Max(largest, x[first + (c * shape.Positions)]);
            for (int c = 0; c < shape.Channels; c++)
                sum += Math.Exp(x[first + (c * shape.Positions)] - largest);
            for (int c = 0; c < shape.Channels; c++)
                y[first + (c * shape.Positions)] = x[first + (c * shape.Positions)] - largest - Math.Log(sum);
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training) => _y = Array.ConvertAll(Logarithm(x, Input), Math.Exp);

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[dy.Length];
        for (int column = 0; column < dy.Length / Input.Channels; column++)
        {
            int first = (column / Input.Positions * Input.Size) + (column % Input.Positions);
            double sum = 0;
            for (int c = 0; c < Input.Channels; c++)
                sum += dy[first + (c * Input.Positions)] * _y[first + (c * Input.Positions)];
            for (int c = 0; c < Input.Channels; c++)
                dx[first + (c * Input.Positions)] = _y[first + (c * Input.Positions)] * (dy[first + (c * Input.Positions)] - sum);
        }

        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;
}
