using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>x where positive, otherwise times a trained slope [He et al. 2015].</summary>
public sealed class PReluReference : LayerReference
{
    private double[] _x = [];

    /// <inheritdoc/>
    public override string Kind => "PRelu";

    /// <summary>Whether each channel has a slope, default true.</summary>
    public bool PerChannel { get; init; } = true;

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("PerChannel", PerChannel, true)];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        Margin = double.PositiveInfinity;
        var y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] > 0 ? x[i] : x[i] * Parameters[0].Value[Slope(i)];
            if (x[i] != 0)
                Margin = Math.Min(Margin, Math.Abs(x[i]));
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        Array.Clear(Parameters[0].Gradient);
        var dx = new double[dy.Length];
        for (int i = 0; i < dy.Length; i++)
        {
            dx[i] = _x[i] > 0 ? dy[i] : dy[i] * Parameters[0].Value[Slope(i)];
            Parameters[0].Gradient[Slope(i)] += dy[i] * Math.Min(_x[i], 0);
        }

        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters() => [new("weight", [PerChannel ? Input.Channels : 1])];

    private int Slope(int index) => PerChannel ? index / Input.Positions % Input.Channels : 0;
}
