using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>x / (1 + e^-x).</summary>
public sealed class SiluReference : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Silu";

    /// <inheritdoc/>
    protected override double Value(double x) => x * Sigmoid(x);

    /// <inheritdoc/>
    protected override double Derivative(double x) => Sigmoid(x) * (1 + (x * (1 - Sigmoid(x))));

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
