using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>v = x - M(x), y = v / sqrt(M(v^2) + epsilon), M the mean over all channels and a window of positions inside the map.</summary>
/// <param name="size">Side of the window, odd.</param>
public sealed class ContrastNormReference(int size) : LayerReference
{
    private double[] _v = [], _inverse = [];

    /// <inheritdoc/>
    public override string Kind => "ContrastNorm";

    /// <summary>Added to the mean square, default 1e-5.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <inheritdoc/>
    protected override object[] Arguments => [size];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("Epsilon", Epsilon, 1e-5)];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _v = (double[])x.Clone();
        Add(_v, Means(x, spread: false), -1);
        double[] means = Means(Array.ConvertAll(_v, v => v * v), spread: false);
        _inverse = Array.ConvertAll(means, mean => 1 / Math.Sqrt(mean + Epsilon));
        var y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = _v[i] * _inverse[Position(i)];
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var products = new double[dy.Length];
        for (int i = 0; i < dy.Length; i++)
            products[i] = dy[i] * _v[i] * Math.Pow(_inverse[Position(i)], 3);
        double[] spread = Means(products, spread: true);
        var dx = new double[dy.Length];
        for (int i = 0; i < dy.Length; i++)
            dx[i] = (dy[i] * _inverse[Position(i)]) - (_v[i] * spread[Position(i)]);
        Add(dx, Means(dx, spread: true), -1);
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;

    private int Position(int index) => (index / Input.Size * Input.Positions) + (index % Input.Positions);

    private void Add(double[] values, double[] map, double factor)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] += factor * map[Position(i)];
    }

    // The mean around each position; or its adjoint, where each position hands its sum out in the shares of its own mean.
    private double[] Means(double[] x, bool spread)
    {
        var map = new double[x.Length / Input.Channels];
        for (int i = 0; i < x.Length; i++)
        {
            int n = i / Input.Size, row = i / Input.Width % Input.Height, column = i % Input.Width;
            for (int r = Math.Max(row - (size / 2), 0); r <= Math.Min(row + (size / 2), Input.Height - 1); r++)
            {
                for (int c = Math.Max(column - (size / 2), 0); c <= Math.Min(column + (size / 2), Input.Width - 1); c++)
                    map[(n * Input.Positions) + (r * Input.Width) + c] += x[i] / (spread ? Count(row, column) : Count(r, c));
            }
        }

        return map;
    }

    private double Count(int row, int column)
    {
        int rows = Math.Min(row + (size / 2), Input.Height - 1) - Math.Max(row - (size / 2), 0) + 1;
        return Input.Channels * rows * (Math.Min(column + (size / 2), Input.Width - 1) - Math.Max(column - (size / 2), 0) + 1);
    }
}
