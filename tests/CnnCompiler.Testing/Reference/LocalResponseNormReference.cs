using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>x / (K + alpha / size * sum of squares of neighbouring channels)^beta [Krizhevsky et al. 2012, with PyTorch's alpha].</summary>
/// <param name="size">Channels of a window.</param>
public sealed class LocalResponseNormReference(int size) : LayerReference
{
    private double[] _x = [], _base = [];

    /// <inheritdoc/>
    public override string Kind => "LocalResponseNorm";

    /// <summary>Weight of the mean square, default 1e-4.</summary>
    public double Alpha { get; init; } = 1e-4;

    /// <summary>The exponent, default 0.75.</summary>
    public double Beta { get; init; } = 0.75;

    /// <summary>What the mean square is added to, default 1.</summary>
    public double K { get; init; } = 1;

    /// <inheritdoc/>
    protected override object[] Arguments => [size];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("Alpha", Alpha, 1e-4), ("Beta", Beta, 0.75), ("K", K, 1.0)];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        _base = new double[x.Length];
        Array.Fill(_base, K);
        Visit(x.Length, (output, input) => _base[output] += Alpha / size * x[input] * x[input]);
        var y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * Math.Pow(_base[i], -Beta);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[dy.Length];
        for (int i = 0; i < dy.Length; i++)
            dx[i] = dy[i] * Math.Pow(_base[i], -Beta);
        Visit(dy.Length, (output, input) =>
            dx[input] -= 2 * Alpha * Beta / size * dy[output] * _x[output] * Math.Pow(_base[output], -Beta - 1) * _x[input]);
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;

    // Every output with every channel of its window.
    private void Visit(int length, Action<int, int> pair)
    {
        for (int i = 0; i < length; i++)
        {
            int channel = i / Input.Positions % Input.Channels;
            int first = Math.Max(channel - (size / 2), 0), last = Math.Min(channel + ((size - 1) / 2), Input.Channels - 1);
            for (int c = first; c <= last; c++)
                pair(i, i + ((c - channel) * Input.Positions));
        }
    }
}
