using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>y = W x + b on the flattened input; W is out x in.</summary>
/// <param name="units">Outputs.</param>
public sealed class DenseReference(int units) : LayerReference
{
    private double[] _x = [];
    private NormedWeight? _weight;

    /// <inheritdoc/>
    public override string Kind => "Dense";

    /// <summary>Whether a bias is added, default true.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Whether the weight is a direction and a length for each unit.</summary>
    public bool WeightNorm { get; init; }

    /// <summary>Whether predictions round the weight to bfloat16.</summary>
    public bool RoundsWeights { get; set; }

    /// <inheritdoc/>
    protected override object[] Arguments => [units];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("Bias", Bias, true), ("WeightNorm", WeightNorm, false)];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        int size = Input.Size;
        double[] w = _weight!.Compute();
        if (RoundsWeights && !training)
            w = Array.ConvertAll(w, Round);
        var y = new double[batch * units];
        for (int n = 0; n < batch; n++)
        {
            for (int o = 0; o < units; o++)
            {
                double sum = Bias ? Parameters[^1].Value[o] : 0;
                for (int i = 0; i < size; i++)
                    sum += w[(o * size) + i] * x[(n * size) + i];
                y[(n * units) + o] = sum;
            }
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        int size = Input.Size, batch = dy.Length / units;
        double[] w = _weight!.Compute();
        var dw = new double[w.Length];
        var dx = new double[batch * size];
        foreach (ReferenceParameter parameter in Parameters)
            Array.Clear(parameter.Gradient);
        for (int n = 0; n < batch; n++)
        {
            for (int o = 0; o < units; o++)
            {
                double d = dy[(n * units) + o];
                if (Bias)
                    Parameters[^1].Gradient[o] += d;
                for (int i = 0; i < size; i++)
                {
                    dw[(o * size) + i] += d * _x[(n * size) + i];
                    dx[(n * size) + i] += d * w[(o * size) + i];
                }
            }
        }

        _weight.SetGradient(dw);
        return dx;
    }

    // Eight bits, ties to even, of the value as a float.
    private static double Round(double value)
    {
        if (value == 0)
            return 0;
        int last = Math.ILogB((float)value) - 7;
        return Math.ScaleB(Math.Round(Math.ScaleB((float)value, -last)), last);
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => MapShape.Features(units);

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters()
    {
        _weight = new NormedWeight([units, Input.Size], WeightNorm);
        return Bias ? [.. _weight.Parameters, new ReferenceParameter("bias", [units])] : _weight.Parameters;
    }
}
