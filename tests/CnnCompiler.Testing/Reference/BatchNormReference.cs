using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>Normalisation per channel over batch and positions [Ioffe and Szegedy 2015], with PyTorch's running statistics.</summary>
public sealed class BatchNormReference : LayerReference
{
    private double[] _normalised = [], _inverse = [];
    private int _batch;

    /// <inheritdoc/>
    public override string Kind => "BatchNorm";

    /// <summary>Added to the variance, default 1e-5.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Weight of the batch in the running statistics, default 0.1.</summary>
    public double Momentum { get; init; } = 0.1;

    /// <summary>Whether a gain and a bias follow, default true.</summary>
    public bool Affine { get; init; } = true;

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options =>
        [("Epsilon", Epsilon, 1e-5), ("Momentum", Momentum, 0.1), ("Affine", Affine, true)];

    private double[] RunningMean => Parameters[^2].Value;

    private double[] RunningVariance => Parameters[^1].Value;

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _batch = batch;
        _normalised = new double[x.Length];
        _inverse = new double[Input.Channels];
        var y = new double[x.Length];
        for (int c = 0; c < Input.Channels; c++)
        {
            (double mean, double variance) = training ? BatchStatistics(x, c) : (RunningMean[c], RunningVariance[c]);
            _inverse[c] = 1 / Math.Sqrt(variance + Epsilon);
            foreach (int i in Channel(c))
            {
                _normalised[i] = (x[i] - mean) * _inverse[c];
                y[i] = Affine ? (Parameters[0].Value[c] * _normalised[i]) + Parameters[1].Value[c] : _normalised[i];
            }
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[dy.Length];
        double count = _batch * Input.Positions;
        for (int c = 0; c < Input.Channels; c++)
        {
            double sum = 0, product = 0, gain = Affine ? Parameters[0].Value[c] : 1;
            foreach (int i in Channel(c))
            {
                sum += dy[i];
                product += dy[i] * _normalised[i];
            }

            if (Affine)
                (Parameters[0].Gradient[c], Parameters[1].Gradient[c]) = (product, sum);
            foreach (int i in Channel(c))
                dx[i] = gain * _inverse[c] * (dy[i] - (sum / count) - (_normalised[i] * product / count));
        }

        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters()
    {
        if (Affine)
        {
            yield return new ReferenceParameter("weight", [Input.Channels]);
            yield return new ReferenceParameter("bias", [Input.Channels]);
        }

        yield return new ReferenceParameter("running_mean", [Input.Channels], isBuffer: true);
        yield return new ReferenceParameter("running_var", [Input.Channels], isBuffer: true);
    }

    private (double Mean, double Variance) BatchStatistics(double[] x, int channel)
    {
        double mean = 0, variance = 0, count = _batch * Input.Positions;
        foreach (int i in Channel(channel))
            mean += x[i] / count;
        foreach (int i in Channel(channel))
            variance += (x[i] - mean) * (x[i] - mean) / count;
        double unbiased = variance * count / (count - 1);
        RunningMean[channel] = ((1 - Momentum) * RunningMean[channel]) + (Momentum * mean);
        RunningVariance[channel] = ((1 - Momentum) * RunningVariance[channel]) + (Momentum * unbiased);
        return (mean, variance);
    }

    private IEnumerable<int> Channel(int channel)
    {
        for (int n = 0; n < _batch; n++)
        {
            for (int p = 0; p < Input.Positions; p++)
                yield return (((n * Input.Channels) + channel) * Input.Positions) + p;
        }
    }
}
