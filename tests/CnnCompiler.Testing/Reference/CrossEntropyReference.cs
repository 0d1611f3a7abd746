using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>-sum q log softmax(x), the mean over samples and positions; q = (1 - smoothing) onehot + smoothing / C.</summary>
public sealed class CrossEntropyReference : LossReference
{
    /// <summary>Share of the target that is spread over all classes, default 0.</summary>
    public double LabelSmoothing { get; init; }

    /// <inheritdoc/>
    public override bool TakesLabels => true;

    /// <inheritdoc/>
    public override string? FusedAfter => "Softmax";

    /// <inheritdoc/>
    protected override string Kind => "CrossEntropyLoss";

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("LabelSmoothing", LabelSmoothing, 0.0)];

    /// <inheritdoc/>
    public override (double Loss, double[] Gradient) Evaluate(double[] x, MapShape shape, int[]? labels, double[]? targets)
    {
        double[] logarithm = SoftmaxReference.Logarithm(x, shape), gradient = new double[x.Length];
        double loss = 0;
        int columns = x.Length / shape.Channels;
        for (int i = 0; i < x.Length; i++)
        {
            int column = (i / shape.Size * shape.Positions) + (i % shape.Positions);
            double q = LabelSmoothing / shape.Channels;
            q += i / shape.Positions % shape.Channels == labels![column] ? 1 - LabelSmoothing : 0;
            loss -= q * logarithm[i] / columns;
            gradient[i] = (Math.Exp(logarithm[i]) - q) / columns;
        }

        return (loss, gradient);
    }
}
