using System;
using System.Globalization;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.UnsharedConv;

/// <summary>
/// A convolution whose weights depend on the output position (i, j) modulo a tile: locally connected where the tile is the whole output.
/// Weights are packed <c>[tile row][tile column][output block][input block][window row][window column][input][16 outputs]</c>.
/// </summary>
/// <param name="Input">The input's shape.</param>
/// <param name="Output">The output's shape.</param>
/// <param name="Window">The window.</param>
/// <param name="TileHeight">Rows after which weights repeat.</param>
/// <param name="TileWidth">Columns after which weights repeat.</param>
internal readonly record struct UnsharedGeometry(Shape Input, Shape Output, Window Window, int TileHeight, int TileWidth)
{
    /// <summary>Inputs that lie together: 16, or all channels where there are fewer.</summary>
    public int Inputs => Math.Min(16, Input.Channels);

    public int InputBlocks => (Input.Channels + 15) / 16;

    public int OutputBlocks => (Output.Channels + 15) / 16;

    /// <summary>Floats of the weights of one window position.</summary>
    public int Tap => Inputs * 16;

    /// <summary>Floats of the weights between an input block and an output block.</summary>
    public int InputMajor => Window.Taps * Tap;

    /// <summary>Floats of the weights of one output block at one place of the tile.</summary>
    public int WeightBlock => InputBlocks * InputMajor;

    /// <summary>Floats of the weights at one place of the tile.</summary>
    public long Place => (long)OutputBlocks * WeightBlock;

    /// <summary>Floats of all weights.</summary>
    public long Floats => TileHeight * TileWidth * Place;

    /// <summary>Floats of all biases.</summary>
    public long BiasFloats => (long)TileHeight * TileWidth * OutputBlocks * 16;

    /// <summary>Places of the tile that an output row meets.</summary>
    public int Columns => Math.Min(TileWidth, Output.Width);

    /// <summary>Whether no two positions of an output row share weights, so that register tiles go over samples instead of positions.</summary>
    public bool AcrossSamples => TileWidth >= Output.Width;

    /// <summary>Zeros that the gradient by the input reads around the gradient by the output.</summary>
    public Halo GradientHalo => new(
        Before(Window.KernelHeight, Window.StrideHeight, Window.Top), After(Input.Height, Output.Height, Window.StrideHeight, Window.Top),
        Before(Window.KernelWidth, Window.StrideWidth, Window.Left), After(Input.Width, Output.Width, Window.StrideWidth, Window.Left));

    /// <summary>The sizes, for names.</summary>
    public string Title => string.Format(
        CultureInfo.InvariantCulture, "{0}_{1}_K{2}S{3}P{4}T{5}", Input, Output, Window.KernelWidth, Window.StrideWidth, Window.Left, TileWidth);

    public PackedSpec Weights() => PackedSpec.Of(
        [TileHeight, TileWidth, Output.Channels, Input.Channels, Window.KernelHeight, Window.KernelWidth], Floats,
        (1, TileWidth * Place, 0), (1, Place, 0), (16, WeightBlock, 1), (Inputs, InputMajor, 16), (1, (long)Window.KernelWidth * Tap, 0), (1, Tap, 0));

    public PackedSpec Biases() => PackedSpec.Of(
        [Output.Channels, TileHeight, TileWidth], BiasFloats, (16, 16, 1), (1, TileWidth * OutputBlocks * 16L, 0), (1, OutputBlocks * 16L, 0));

    // Output i of window position k reads input i * stride + k - padding.
    private static int Before(int kernel, int stride, int padding) => Math.Max(0, kernel - 1 - padding) / stride;

    private static int After(int input, int output, int stride, int padding) => Math.Max(0, ((input - 1 + padding) / stride) - (output - 1));
}
