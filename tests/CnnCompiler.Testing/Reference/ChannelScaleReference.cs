using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>weight[c] * x + bias[c].</summary>
public sealed class ChannelScaleReference : LayerReference
{
    private double[] _x = [];

    /// <inheritdoc/>
    public override string Kind => "ChannelScale";

    /// <summary>Whether a bias is added, default true.</summary>
    public bool Bias { get; init; } = true;

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("Bias", Bias, true)];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        var y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = (x[i] * Parameters[0].Value[Channel(i)]) + (Bias ? Parameters[1].Value[Channel(i)] : 0);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        foreach (ReferenceParameter parameter in Parameters)
            Array.Clear(parameter.Gradient);
        var dx = new double[dy.Length];
        for (int i = 0; i < dy.Length; i++)
        {
            dx[i] = dy[i] * Parameters[0].Value[Channel(i)];
            Parameters[0].Gradient[Channel(i)] += dy[i] * _x[i];
            if (Bias)
                Parameters[1].Gradient[Channel(i)] += dy[i];
        }

        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters()
    {
        yield return new ReferenceParameter("weight", [Input.Channels]);
        if (Bias)
            yield return new ReferenceParameter("bias", [Input.Channels]);
    }

    private int Channel(int index) => index / Input.Positions % Input.Channels;
}
