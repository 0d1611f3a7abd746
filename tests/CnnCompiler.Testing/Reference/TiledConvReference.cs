namespace CnnCompiler.Testing.Reference;

/// <summary>A convolution whose weights repeat every tile positions [Le et al. 2010].</summary>
/// <param name="filters">Output channels.</param>
/// <param name="kernel">Taps of the window per axis.</param>
/// <param name="tile">Positions per axis after which weights repeat.</param>
public sealed class TiledConvReference(int filters, int kernel, int tile) : UnsharedConvReference(filters, kernel)
{
    /// <inheritdoc/>
    public override string Kind => "TiledConv";

    /// <inheritdoc/>
    protected override object[] Arguments => [.. base.Arguments, tile];

    /// <inheritdoc/>
    protected override (int Height, int Width) Tile => (Input.Rank == 3 ? tile : 1, tile);
}
