namespace CnnCompiler.Testing.Reference;

/// <summary>(x - t)^2, the mean over all values.</summary>
public sealed class MeanSquaredErrorReference : LossReference
{
    /// <inheritdoc/>
    public override bool TakesLabels => false;

    /// <inheritdoc/>
    protected override string Kind => "MeanSquaredErrorLoss";

    /// <inheritdoc/>
    public override (double Loss, double[] Gradient) Evaluate(double[] x, MapShape shape, int[]? labels, double[]? targets)
    {
        var gradient = new double[x.Length];
        double loss = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double difference = x[i] - targets![i];
            loss += difference * difference / x.Length;
            gradient[i] = 2 * difference / x.Length;
        }

        return (loss, gradient);
    }
}
