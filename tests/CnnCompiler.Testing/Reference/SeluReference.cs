using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>The exponential linear unit of Klambauer et al. 2017.</summary>
public sealed class SeluReference : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Selu";

    private const double Scale = 1.0507009873554805, Alpha = 1.6732632423543772;

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    protected override double Value(double x) => Scale * (x > 0 ? x : Alpha * (Math.Exp(x) - 1));

    /// <inheritdoc/>
    protected override double Derivative(double x) => Scale * (x > 0 ? 1 : Alpha * Math.Exp(x));
}
