using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>The mean of each window, divided as PyTorch divides it.</summary>
/// <param name="size">Rows and columns of the window.</param>
public sealed class AvgPoolReference(int size) : PoolReference(size)
{
    /// <inheritdoc/>
    public override string Kind => "AvgPool";

    /// <summary>Whether padding counts in the divisor, default true.</summary>
    public bool CountIncludePad { get; init; } = true;

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => base.Options.Append(("CountIncludePad", CountIncludePad, true));

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        Batch = batch;
        var y = new double[batch * Output.Size];
        Visit((output, input, share) => y[output] += x[input] * share);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[Batch * Input.Size];
        Visit((output, input, share) => dx[input] += dy[output] * share);
        return dx;
    }

    private void Visit(Action<int, int, double> member)
    {
        for (int index = 0; index < Batch * Output.Size; index++)
        {
            (int top, int bottom) = Range(index / Output.Width % Output.Height, true);
            (int left, int right) = Range(index % Output.Width, false);
            int padded = (bottom - top) * (right - left);
            (top, bottom, left, right) = (Math.Max(top, 0), Math.Min(bottom, Input.Height), Math.Max(left, 0), Math.Min(right, Input.Width));
            double share = 1.0 / (CountIncludePad ? padded : (bottom - top) * (right - left));
            for (int i = top; i < bottom; i++)
            {
                for (int j = left; j < right; j++)
                    member(index, (index / Output.Positions * Input.Positions) + (i * Input.Width) + j, share);
            }
        }
    }
}
