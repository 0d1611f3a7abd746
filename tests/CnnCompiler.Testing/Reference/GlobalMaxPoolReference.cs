using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>The maximum of each channel over all positions, the first one on ties.</summary>
public sealed class GlobalMaxPoolReference : LayerReference
{
    private int[] _winners = [];

    /// <inheritdoc/>
    public override string Kind => "GlobalMaxPool";

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        Margin = double.PositiveInfinity;
        _winners = new int[batch * Input.Channels];
        var y = new double[_winners.Length];
        for (int plane = 0; plane < y.Length; plane++)
        {
            int winner = plane * Input.Positions;
            for (int at = winner + 1; at < (plane + 1) * Input.Positions; at++)
                winner = x[at] > x[winner] ? at : winner;
            (_winners[plane], y[plane]) = (winner, x[winner]);
            for (int at = plane * Input.Positions; at < (plane + 1) * Input.Positions; at++)
                Margin = x[at] == x[winner] ? Margin : Math.Min(Margin, x[winner] - x[at]);
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[dy.Length * Input.Positions];
        for (int plane = 0; plane < dy.Length; plane++)
            dx[_winners[plane]] = dy[plane];
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => MapShape.Features(Input.Channels);
}
