namespace CnnCompiler.Testing.Reference;

/// <summary>-x[label], the mean over samples and positions.</summary>
public sealed class NegativeLogLikelihoodReference : LossReference
{
    /// <inheritdoc/>
    public override bool TakesLabels => true;

    /// <inheritdoc/>
    protected override string Kind => "NegativeLogLikelihoodLoss";

    /// <inheritdoc/>
    public override (double Loss, double[] Gradient) Evaluate(double[] x, MapShape shape, int[]? labels, double[]? targets)
    {
        var gradient = new double[x.Length];
        double loss = 0;
        for (int column = 0; column < labels!.Length; column++)
        {
            int at = (column / shape.Positions * shape.Size) + (labels[column] * shape.Positions) + (column % shape.Positions);
            loss -= x[at] / labels.Length;
            gradient[at] = -1.0 / labels.Length;
        }

        return (loss, gradient);
    }
}
