namespace CnnCompiler.Testing.Reference;

/// <summary>A convolution in which every output position has weights of its own.</summary>
/// <param name="filters">Output channels.</param>
/// <param name="kernel">Taps of the window per axis.</param>
public sealed class LocallyConnectedReference(int filters, int kernel) : UnsharedConvReference(filters, kernel)
{
    /// <inheritdoc/>
    public override string Kind => "LocallyConnected";

    /// <inheritdoc/>
    protected override (int Height, int Width) Tile => (Output.Height, Output.Width);
}
