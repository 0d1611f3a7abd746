using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>Normalisation of each sample over sets of its values, the same in training and prediction.</summary>
public abstract class NormReference : LayerReference
{
    private double[] _normalised = [], _inverse = [];

    /// <summary>Added to the variance, default 1e-5.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Whether a gain and a bias follow; the default is the layer's.</summary>
    public bool? Affine { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("Epsilon", Epsilon, 1e-5), ("Affine", Affine, null)];

    /// <summary>Whether a gain and a bias follow where nothing is written.</summary>
    protected virtual bool IsAffine => true;

    /// <summary>Sets of a sample.</summary>
    protected abstract int Sets { get; }

    /// <summary>The shape of gain and bias.</summary>
    protected virtual int[] GainShape => [Input.Channels];

    private bool HasGain => Affine ?? IsAffine;

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _normalised = new double[x.Length];
        _inverse = new double[batch * Sets];
        var y = new double[x.Length];
        foreach ((int set, List<int> members) in Members(batch))
        {
            double mean = members.Average(i => x[i]);
            _inverse[set] = 1 / Math.Sqrt(members.Average(i => (x[i] - mean) * (x[i] - mean)) + Epsilon);
            foreach (int i in members)
            {
                _normalised[i] = (x[i] - mean) * _inverse[set];
                y[i] = HasGain ? (_normalised[i] * Parameters[0].Value[Gain(i)]) + Parameters[1].Value[Gain(i)] : _normalised[i];
            }
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[dy.Length];
        foreach (ReferenceParameter parameter in Parameters)
            Array.Clear(parameter.Gradient);
        foreach ((int set, List<int> members) in Members(dy.Length / Input.Size))
        {
            double Gradient(int i) => HasGain ? dy[i] * Parameters[0].Value[Gain(i)] : dy[i];
            double common = members.Average(Gradient), slope = members.Average(i => Gradient(i) * _normalised[i]);
            foreach (int i in members)
                dx[i] = _inverse[set] * (Gradient(i) - common - (_normalised[i] * slope));
        }

        for (int i = 0; i < dy.Length && HasGain; i++)
        {
            Parameters[0].Gradient[Gain(i)] += dy[i] * _normalised[i];
            Parameters[1].Gradient[Gain(i)] += dy[i];
        }

        return dx;
    }

    /// <summary>The set that an element belongs to.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="position">Its position.</param>
    protected abstract int SetOf(int channel, int position);

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters() =>
        HasGain ? [new ReferenceParameter("weight", GainShape), new ReferenceParameter("bias", GainShape)] : [];

    private int Gain(int index) => index % Input.Size / (GainShape.Length == 1 && GainShape[0] == Input.Channels ? Input.Positions : 1);

    private IEnumerable<(int Set, List<int> Members)> Members(int batch)
    {
        var members = Enumerable.Range(0, batch * Sets).Select(_ => new List<int>()).ToArray();
        for (int i = 0; i < batch * Input.Size; i++)
            members[(i / Input.Size * Sets) + SetOf(i % Input.Size / Input.Positions, i % Input.Positions)].Add(i);
        return members.Select((list, set) => (set, list));
    }
}
