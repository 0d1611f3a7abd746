using System;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Dense;

/// <summary>
/// How dense weights are packed: <c>[output block][input][16 outputs]</c>, the inputs in the order in which they lie in memory: block of
/// channels, row, column, channel; or as the caller gives them, where the layer reads the network's input.
/// </summary>
internal readonly record struct DensePacking
{
    public DensePacking(int units, Shape input, bool planar)
    {
        (Units, Input, Planar) = (units, input, planar);
        Channels = planar ? 16 : Math.Min(16, input.Channels);
        Positions = planar ? (int)(input.Size / 16) : (input.Channels + 15) / 16 * input.Height * input.Width;
    }

    public int Units { get; }

    public Shape Input { get; }

    public bool Planar { get; }

    /// <summary>Inputs that lie together: 16, or all channels where there are fewer.</summary>
    public int Channels { get; }

    /// <summary>Groups of such inputs.</summary>
    public int Positions { get; }

    public int OutputBlocks => (Units + 15) / 16;

    /// <summary>Floats of the weights of one output block.</summary>
    public int WeightBlock => Positions * Channels * 16;

    /// <summary>Pairs of bfloat16 weights of one output block, in the place of floats: the inputs of a pair lie together, the last of an odd number is alone.</summary>
    public int BFloat16Block => Positions * ((Channels + 1) / 2) * 16;

    /// <summary>From a block of channels (or a channel) to the next in the weights of an output block.</summary>
    public int InputMajor => (int)Input.Positions * InputsPerBlock * 16;

    /// <summary>Channels that lie together at one position.</summary>
    public int InputsPerBlock => Planar ? 1 : Channels;

    /// <summary>Whether the inputs of a sample follow each other in memory as their weights do.</summary>
    /// <param name="x">The input.</param>
    /// <param name="channels">Inputs that lie together.</param>
    public static bool AreContiguous(View x, int channels) => !x.Blocked || (x.HasContiguousRows && x.Plane == x.Height * x.Width * 16 && channels == 16);

    public PackedSpec Spec()
    {
        int pixel = InputsPerBlock * 16;
        return PackedSpec.Of(
            [Units, Input.Channels, Input.Height, Input.Width], (long)OutputBlocks * WeightBlock,
            (16, WeightBlock, 1), (InputsPerBlock, InputMajor, 16), (1, Input.Width * pixel, 0), (1, pixel, 0));
    }
}
