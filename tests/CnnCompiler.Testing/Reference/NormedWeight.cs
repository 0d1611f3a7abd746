using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>The weight of a reference layer: a parameter, or a direction and a length for each output.</summary>
internal sealed class NormedWeight
{
    private readonly ReferenceParameter _weight;
    private readonly ReferenceParameter? _length;
    private readonly Func<int, bool>? _connected;

    /// <summary>A weight that is zero.</summary>
    /// <param name="shape">PyTorch's shape; the first dimension is that of outputs.</param>
    /// <param name="normed">Whether it is a direction and a length.</param>
    /// <param name="connected">Whether an element is connected; null: all are.</param>
    public NormedWeight(int[] shape, bool normed, Func<int, bool>? connected = null)
    {
        _connected = connected;
        _weight = new ReferenceParameter(normed ? "weight_v" : "weight", shape) { Connected = connected };
        if (normed)
        {
            int[] lengths = new int[shape.Length];
            Array.Fill(lengths, 1);
            lengths[0] = shape[0];
            _length = new ReferenceParameter("weight_g", lengths);
        }
    }

    /// <summary>What checkpoints hold.</summary>
    public IEnumerable<ReferenceParameter> Parameters => _length is null ? [_weight] : [_weight, _length];

    private int RowLength => _weight.Value.Length / _weight.Shape[0];

    /// <summary>The weight itself.</summary>
    public double[] Compute()
    {
        var weight = (double[])_weight.Value.Clone();
        for (int i = 0; i < weight.Length && _connected is not null; i++)
            weight[i] = _connected(i) ? weight[i] : 0;
        if (_length is null)
            return weight;
        for (int row = 0; row < _length.Value.Length; row++)
        {
            Span<double> values = weight.AsSpan(row * RowLength, RowLength);
            double norm = Norm(values);
            foreach (ref double value in values)
                value *= _length.Value[row] / norm;
        }

        return weight;
    }

    /// <summary>Sets the gradients of the parameters, given that by the weight.</summary>
    /// <param name="gradient">In the shape of the weight.</param>
    public void SetGradient(double[] gradient)
    {
        for (int i = 0; i < gradient.Length; i++)
            _weight.Gradient[i] = _connected is null || _connected(i) ? gradient[i] : 0;
        if (_length is null)
            return;
        for (int row = 0; row < _length.Value.Length; row++)
        {
            Span<double> target = _weight.Gradient.AsSpan(row * RowLength, RowLength);
            double[] direction = _weight.Value.AsSpan(row * RowLength, RowLength).ToArray();
            for (int i = 0; i < direction.Length; i++)
                direction[i] = _connected is null || _connected((row * RowLength) + i) ? direction[i] : 0;
            double norm = Norm(direction), product = 0;
            for (int i = 0; i < direction.Length; i++)
                product += target[i] * direction[i] / norm;
            _length.Gradient[row] = product;
            for (int i = 0; i < direction.Length; i++)
                target[i] = _length.Value[row] / norm * (target[i] - (product * direction[i] / norm));
        }
    }

    private static double Norm(ReadOnlySpan<double> values)
    {
        double squares = 0;
        foreach (double value in values)
            squares += value * value;
        return Math.Sqrt(squares);
    }
}
