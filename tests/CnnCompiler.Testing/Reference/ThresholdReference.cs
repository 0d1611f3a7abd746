namespace CnnCompiler.Testing.Reference;

/// <summary>1 where positive, otherwise 0; the derivative is 0.</summary>
public sealed class ThresholdReference : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Threshold";

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    protected override double Value(double x) => x > 0 ? 1 : 0;

    /// <inheritdoc/>
    protected override double Derivative(double x) => 0;
}
