namespace CnnCompiler.Testing.Reference;

/// <summary>x where positive, otherwise slope * x; the derivative at 0 is the slope, as in PyTorch.</summary>
/// <param name="slope">Factor of negative values.</param>
public sealed class LeakyReluReference(double slope = 0.01) : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "LeakyRelu";

    /// <inheritdoc/>
    protected override object[] Arguments => slope == 0.01 ? [] : [slope];

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    protected override double Value(double x) => x > 0 ? x : slope * x;

    /// <inheritdoc/>
    protected override double Derivative(double x) => x > 0 ? 1 : slope;
}
