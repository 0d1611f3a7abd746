using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Planning;

/// <summary>One axis of a packed parameter: see the runtime's <c>PackedAxis</c>.</summary>
internal sealed record AxisSpec(EquatableArray<int> Coefficients, int Block, long Major, long Minor);

/// <summary>How a parameter lies in the kernels' layout: see the runtime's <c>PackedLayout</c>.</summary>
/// <param name="Dimensions">PyTorch's shape, possibly with a dimension split further.</param>
/// <param name="Axes">Axes whose contributions add up to the offset.</param>
/// <param name="Floats">Floats with padding, a multiple of 16.</param>
internal sealed record PackedSpec(EquatableArray<int> Dimensions, EquatableArray<AxisSpec> Axes, long Floats)
{
    /// <summary>For each pair of output and input whether they are connected, row-major; empty: all are.</summary>
    public EquatableArray<byte> Connected { get; init; }

    /// <summary>A vector that lies in memory as it is, padded to whole blocks of channels.</summary>
    public static PackedSpec Vector(long count) => Of([(int)count], ((count + 15) / 16) * 16, (1, 1, 0));

    /// <summary>One axis per dimension.</summary>
    public static PackedSpec Of(IReadOnlyList<int> dimensions, long floats, params (int Block, long Major, long Minor)[] axes) => new(
        new EquatableArray<int>(dimensions),
        new EquatableArray<AxisSpec>(axes.Select((axis, index) =>
            new AxisSpec(new EquatableArray<int>(Enumerable.Range(0, dimensions.Count).Select(d => d == index ? 1 : 0)), axis.Block, axis.Major, axis.Minor))),
        floats);
}
