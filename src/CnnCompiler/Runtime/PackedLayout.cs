using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>
/// Where the elements of a parameter lie in packed memory. An axis value v (a sum of canonical indices times coefficients) contributes
/// <c>v / Block * Major + v % Block * Minor</c> to the offset.
/// </summary>
/// <param name="Coefficients">One factor per canonical dimension.</param>
/// <param name="Block">Length of a block along the axis.</param>
/// <param name="Major">Distance of two blocks in floats.</param>
/// <param name="Minor">Distance of two neighbours inside a block in floats.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PackedAxis(int[] Coefficients, int Block, long Major, long Minor);

/// <summary>The map from PyTorch's layout of a parameter to the kernels' layout. All padding between packed elements stays zero.</summary>
/// <param name="Dimensions">The canonical tensor as row-major dimensions (a shape may be split further, as out x C x H x W for a dense layer).</param>
/// <param name="Axes">The axes whose contributions add up to the packed offset.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PackedLayout(int[] Dimensions, PackedAxis[] Axes)
{
    /// <summary>
    /// For a weight that connects only some inputs with each output: 1 or 0 for each pair, row-major over leading dimensions whose product is the
    /// number of pairs. The elements of other pairs are zero for ever. Null: all are connected.
    /// </summary>
    public byte[]? Connected { get; init; }

    /// <summary>The layout of a tensor that lies in memory as it is.</summary>
    /// <param name="length">Number of elements.</param>
    public static PackedLayout Flat(int length) => new([length], [new PackedAxis([1], 1, 1, 0)]);
}
