using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>x where positive, otherwise alpha * (e^x - 1); the derivative at 0 is alpha, as in PyTorch.</summary>
/// <param name="alpha">The negative of the limit at minus infinity.</param>
public sealed class EluReference(double alpha = 1) : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Elu";

    /// <inheritdoc/>
    protected override object[] Arguments => alpha == 1 ? [] : [alpha];

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    protected override double Value(double x) => x > 0 ? x : alpha * (Math.Exp(x) - 1);

    /// <inheritdoc/>
    protected override double Derivative(double x) => x > 0 ? 1 : alpha * Math.Exp(x);
}
