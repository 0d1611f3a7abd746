using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>The maximum of each window; the first in row-major order on ties.</summary>
/// <param name="size">Rows and columns of the window.</param>
public sealed class MaxPoolReference(int size) : PoolReference(size)
{
    private int[] _winners = [];

    /// <inheritdoc/>
    public override string Kind => "MaxPool";

    /// <summary>Step inside the window, default 1.</summary>
    public int Dilation { get; init; } = 1;

    /// <inheritdoc/>
    protected override int Step => Dilation;

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => base.Options.Append(("Dilation", Dilation, 1));

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        Batch = batch;
        Margin = double.PositiveInfinity;
        _winners = new int[batch * Output.Size];
        var y = new double[_winners.Length];
        for (int index = 0; index < y.Length; index++)
        {
            int plane = index / Output.Positions * Input.Positions;
            _winners[index] = Winner(x, plane, index / Output.Width % Output.Height, index % Output.Width);
            y[index] = x[_winners[index]];
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[Batch * Input.Size];
        for (int index = 0; index < dy.Length; index++)
            dx[_winners[index]] += dy[index];
        return dx;
    }

    private int Winner(double[] x, int plane, int row, int column)
    {
        (int top, int bottom) = Range(row, true);
        (int left, int right) = Range(column, false);
        int winner = -1;
        double second = double.NegativeInfinity;
        for (int i = top; i < bottom; i += Dilation)
        {
            for (int j = left; j < right; j += Dilation)
            {
                if (i < 0 || i >= Input.Height || j < 0 || j >= Input.Width)
                    continue;
                int at = plane + (i * Input.Width) + j;
                if (winner < 0 || x[at] > x[winner])
                {
                    second = winner < 0 ? second : x[winner];
                    winner = at;
                }
                else if (x[at] > second && x[at] != x[winner])
                {
                    second = x[at];
                }
            }
        }

        Margin = Math.Min(Margin, x[winner] - second);
        return winner;
    }
}
