using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>The same values in the same order as another shape.</summary>
/// <param name="dims">The new shape.</param>
public sealed class ReshapeReference(params int[] dims) : LayerReference
{
    /// <inheritdoc/>
    public override string Kind => "Reshape";

    /// <inheritdoc/>
    protected override object[] Arguments => [.. dims.Cast<object>()];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training) => x;

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) => dy;

    /// <inheritdoc/>
    protected override MapShape Infer() => dims.Length switch
    {
        1 => MapShape.Features(dims[0]),
        2 => MapShape.Signal(dims[0], dims[1]),
        _ => MapShape.Image(dims[0], dims[1], dims[2]),
    };
}
