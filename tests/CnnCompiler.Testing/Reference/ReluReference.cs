namespace CnnCompiler.Testing.Reference;

/// <summary>max(x, 0); the derivative at 0 is 0, as in PyTorch.</summary>
public sealed class ReluReference : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Relu";

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    protected override double Value(double x) => x > 0 ? x : 0;

    /// <inheritdoc/>
    protected override double Derivative(double x) => x > 0 ? 1 : 0;
}
