using System;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.RadialBasis;

/// <summary>How the vectors are packed: <c>[block of 16 units][block of channels, row, column][channel][16 units]</c>, as the input lies in memory.</summary>
/// <param name="Units">Vectors.</param>
/// <param name="Input">The input's shape.</param>
internal readonly record struct RadialPacking(int Units, Shape Input)
{
    /// <summary>Inputs that lie together: 16, or all channels where there are fewer.</summary>
    public int Channels => Math.Min(16, Input.Channels);

    /// <summary>Groups of such inputs.</summary>
    public int Positions => (Input.Channels + 15) / 16 * Input.Height * Input.Width;

    public int Blocks => (Units + 15) / 16;

    /// <summary>Floats of the vectors of one block of units.</summary>
    public int BlockFloats => Positions * Channels * 16;

    public PackedSpec Spec() => PackedSpec.Of(
        [Units, Input.Channels, Input.Height, Input.Width], (long)Blocks * BlockFloats,
        (16, BlockFloats, 1), (Channels, Input.Positions * Channels * 16, 16), (1, (long)Input.Width * Channels * 16, 0), (1, Channels * 16L, 0));

    /// <summary>The address of the inputs of variable <c>position</c> in a sample, relative to the sample.</summary>
    public static string Offset(View x) =>
        $"(nint)(position / {x.Height * x.Width}) * {x.Plane} + position / {x.Width} % {x.Height} * {x.Row} + position % {x.Width} * 16";
}
