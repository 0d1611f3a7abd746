namespace CnnCompiler.Testing.Reference;

/// <summary>x^2.</summary>
public sealed class SquareReference : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Square";

    /// <inheritdoc/>
    protected override double Value(double x) => x * x;

    /// <inheritdoc/>
    protected override double Derivative(double x) => 2 * x;
}
