using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>1 / (1 + e^-x).</summary>
public sealed class SigmoidReference : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Sigmoid";

    /// <inheritdoc/>
    protected override double Value(double x) => 1 / (1 + Math.Exp(-x));

    /// <inheritdoc/>
    protected override double Derivative(double x) => Value(x) * (1 - Value(x));
}
