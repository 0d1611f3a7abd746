using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>max(x, 0) - x t + log(1 + e^-|x|) on logits, the mean over all values.</summary>
public sealed class BinaryCrossEntropyReference : LossReference
{
    /// <inheritdoc/>
    public override bool TakesLabels => false;

    /// <inheritdoc/>
    public override string? FusedAfter => "Sigmoid";

    /// <inheritdoc/>
    protected override string Kind => "BinaryCrossEntropyLoss";

    /// <inheritdoc/>
    public override (double Loss, double[] Gradient) Evaluate(double[] x, MapShape shape, int[]? labels, double[]? targets)
    {
        var gradient = new double[x.Length];
        double loss = 0;
        for (int i = 0; i < x.Length; i++)
        {
            loss += (Math.Max(x[i], 0) - (x[i] * targets![i]) + Math.Log(1 + Math.Exp(-Math.Abs(x[i])))) / x.Length;
            gradient[i] = ((1 / (1 + Math.Exp(-x[i]))) - targets[i]) / x.Length;
        }

        return (loss, gradient);
    }
}
