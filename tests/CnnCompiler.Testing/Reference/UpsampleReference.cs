using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>Nearest or linear interpolation along each axis, as PyTorch does with align_corners=False.</summary>
/// <param name="factor">Factor of every axis.</param>
public sealed class UpsampleReference(int factor) : LayerReference
{
    private int _batch;

    /// <inheritdoc/>
    public override string Kind => "Upsample";

    /// <summary>Linear instead of nearest, default false.</summary>
    public bool Bilinear { get; init; }

    /// <inheritdoc/>
    protected override object[] Arguments => [factor];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options =>
        [("Mode", Bilinear ? UpsampleMode.Bilinear : UpsampleMode.Nearest, UpsampleMode.Nearest)];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _batch = batch;
        var y = new double[batch * Output.Size];
        Walk((input, output, weight) => y[output] += weight * x[input]);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[_batch * Input.Size];
        Walk((input, output, weight) => dx[input] += weight * dy[output]);
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input.With(Input.Channels, Input.Rank == 3 ? Input.Height * factor : 1, Input.Width * factor);

    private void Walk(Action<int, int, double> visit)
    {
        for (int output = 0; output < _batch * Output.Size; output++)
        {
            int plane = output / Output.Positions * Input.Positions;
            foreach ((int row, double rowWeight) in Parts(output / Output.Width % Output.Height, Input.Height, Output.Height))
            {
                foreach ((int column, double columnWeight) in Parts(output % Output.Width, Input.Width, Output.Width))
                    visit(plane + (row * Input.Width) + column, output, rowWeight * columnWeight);
            }
        }
    }

    private IEnumerable<(int Input, double Weight)> Parts(int output, int inputs, int outputs)
    {
        if (!Bilinear || inputs == outputs)
            return [(output * inputs / outputs, 1)];
        double at = Math.Max(0, ((output + 0.5) / factor) - 0.5);
        int first = (int)at, second = Math.Min(first + 1, inputs - 1);
        return [(first, 1 - (at - first)), (second, at - first)];
    }
}
