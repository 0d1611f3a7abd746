using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>A classifier on the side: its input goes on unchanged, its weighted loss counts in training.</summary>
/// <param name="head">The classifier; it ends before an activation that the loss applies itself.</param>
/// <param name="weight">Factor of its loss.</param>
public sealed class AuxiliaryReference(ReferencePath head, double weight = 0.3) : LayerReference
{
    private double[] _output = [], _gradient = [];

    /// <inheritdoc/>
    public override string Kind => $"Auxiliary<{head.Name}>";

    /// <inheritdoc/>
    public override IReadOnlyList<ReferencePath> Paths => [head];

    /// <inheritdoc/>
    protected override object[] Arguments => weight == 0.3 ? [] : [weight];

    /// <summary>The weighted loss of the last forward pass in training mode; its gradient is kept for <see cref="Backward"/>.</summary>
    /// <param name="loss">The network's loss.</param>
    /// <param name="labels">Labels, if it takes them.</param>
    /// <param name="targets">Targets, if it takes them.</param>
    public double Evaluate(LossReference loss, int[]? labels, double[]? targets)
    {
        (double value, double[] gradient) = loss.Evaluate(_output, head.Output, labels, targets);
        _gradient = [.. gradient.Select(g => g * weight)];
        return weight * value;
    }

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        if (training)
        {
            _output = head.Forward(x, batch, training);
            Margin = head.Margin;
        }

        return x;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) => [.. dy.Zip(head.Backward(_gradient), (direct, aside) => direct + aside)];

    /// <inheritdoc/>
    protected override MapShape Infer()
    {
        head.Bind(Input);
        return Input;
    }

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters() => head.Parameters.Select(named => named.Parameter);
}
