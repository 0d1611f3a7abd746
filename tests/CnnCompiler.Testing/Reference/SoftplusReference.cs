using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>log(1 + e^x).</summary>
public sealed class SoftplusReference : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Softplus";

    /// <inheritdoc/>
    protected override double Value(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    /// <inheritdoc/>
    protected override double Derivative(double x) => 1 / (1 + Math.Exp(-x));
}
