namespace CnnCompiler.Testing.Reference;

/// <summary>C x H x W to features in the same order.</summary>
public sealed class FlattenReference : LayerReference
{
    /// <inheritdoc/>
    public override string Kind => "Flatten";

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training) => x;

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) => dy;

    /// <inheritdoc/>
    protected override MapShape Infer() => MapShape.Features(Input.Size);
}
