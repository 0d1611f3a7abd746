using static System.FormattableString;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// F(m x m, r x r): a tile of m x m outputs of a window of r x r, from as many multiplications as it has points, (m + r - 1)^2 (Winograd 1980; Lavin and
/// Gray 2016, "Fast Algorithms for Convolutional Neural Networks").
/// </summary>
/// <param name="Outputs">Outputs of one dimension, m.</param>
/// <param name="Window">Window positions of one dimension, r.</param>
internal readonly record struct WinogradTile(int Outputs, int Window)
{
    /// <summary>Points of one dimension: inputs of a tile, and multiplications.</summary>
    public int Points => Outputs + Window - 1;

    /// <summary>Points of both dimensions.</summary>
    public int Products => Points * Points;

    /// <summary>Floats of the buffer between the two passes of a transform.</summary>
    public int Buffer => Products * 16;

    /// <summary>Inputs of one dimension that two neighbouring tiles share.</summary>
    public int Overlap => Window - 1;

    /// <summary>Tiles that cover so many outputs of one dimension.</summary>
    public int Cover(int outputs) => (outputs + Outputs - 1) / Outputs;

    /// <summary>For names: <c>F4K3</c>.</summary>
    public string Title => Invariant($"F{Outputs}K{Window}");

    public override string ToString() => Invariant($"F({Outputs}x{Outputs}, {Window}x{Window})");
}
