using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>The maximum over groups of consecutive channels, the first one on ties.</summary>
/// <param name="pieces">Channels of a group.</param>
public sealed class MaxoutReference(int pieces) : LayerReference
{
    private int[] _winners = [];

    /// <inheritdoc/>
    public override string Kind => "Maxout";

    /// <inheritdoc/>
    protected override object[] Arguments => [pieces];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        Margin = double.PositiveInfinity;
        _winners = new int[x.Length / pieces];
        var y = new double[_winners.Length];
        for (int i = 0; i < y.Length; i++)
        {
            int first = (i / Input.Positions * pieces * Input.Positions) + (i % Input.Positions), winner = first;
            for (int piece = 1; piece < pieces; piece++)
                winner = x[first + (piece * Input.Positions)] > x[winner] ? first + (piece * Input.Positions) : winner;
            (_winners[i], y[i]) = (winner, x[winner]);
            for (int piece = 0; piece < pieces; piece++)
            {
                double value = x[first + (piece * Input.Positions)];
                Margin = value == x[winner] ? Margin : Math.Min(Margin, x[winner] - value);
            }
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[dy.Length * pieces];
        for (int i = 0; i < dy.Length; i++)
            dx[_winners[i]] = dy[i];
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input.With(Input.Channels / pieces, Input.Height, Input.Width);
}
