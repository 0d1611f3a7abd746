using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Winograd;
using static System.FormattableString;

namespace CnnCompiler.Generator.Layers.Conv.Winograd;

/// <summary>
/// Whether a convolution of stride 1 is computed by Winograd transforms, and of which size, from estimates of the cycles that one sample takes on one core with
/// 256-bit vectors. The constants are measured: 16 multiply-adds a cycle, of which kernels reach 88 %; some 10 cycles for each of the points that a tile of 16
/// input channels is transformed to, 4.5 for each value that passes on the way back.
/// </summary>
/// <param name="Tile">The size.</param>
/// <param name="Direct">Cycles of the direct kernel.</param>
/// <param name="Transformed">Cycles of the transforms and products.</param>
internal readonly record struct WinogradChoice(WinogradTile Tile, double Direct, double Transformed)
{
    /// <summary>Multiply-adds a cycle of direct kernels, of one core with 256-bit vectors.</summary>
    public const double MacsPerCycle = 16 * 0.88;

    private const double InputPoint = 10, OutputValue = 4.5, BytesPerCycle = 8;

    // A tile of fewer pixels than this leaves multiply-add units idle.
    private const double FullTile = 4;

    // A product of one point costs as much as so many more inputs would: its call, its loop and its stores.
    private const double ProductInputs = 3;

    // Once a batch, for each point: cycles to transform 16x16 weights, and to add the parts of their gradient and take it back.
    private const double Weights = 470, WeightSums = 300, UsualBatch = 8;

    // In training, fewer tiles a sample than these do not pay: much of a tile lies beside so small a map.
    private const int FewestTrainingTiles = 4;

    // What has to be gained for the memory that it costs and the digits that it loses.
    private const double WorthWhile = 0.9;

    /// <summary>
    /// The sizes for a square window; none where there are none. F(6x6, 3x3) is not among them: measured on the layers of VGG-16 it is between 7 % faster (128
    /// channels, 112x112) and 17 % slower (256 channels, 56x56) than F(4x4, 3x3), for nearly twice the memory of weights and twice the error. F(2x2, 3x3) saves
    /// half of what F(4x4, 3x3) does; F(2x2, 5x5) would be ahead on maps of a few pixels only.
    /// </summary>
    /// <param name="window">Window positions of one dimension.</param>
    public static IEnumerable<WinogradTile> Tiles(int window) => window switch
    {
        3 => [new(4, 3)],
        5 => [new(4, 5)],
        _ => [],
    };

    /// <summary>Estimates a convolution; null where the direct kernel is as fast.</summary>
    /// <param name="window">Window positions of one dimension.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="height">Output rows.</param>
    /// <param name="width">Output columns.</param>
    public static WinogradChoice? Of(int window, int inputs, int outputs, int height, int width) =>
        Best(Tiles(window).Select(tile => Forward(tile, new Channels(inputs, outputs), height, width)));

    /// <summary>Estimates a convolution in training, forward or by its input; null where the direct kernel is as fast or a sample has too few tiles.</summary>
    /// <param name="window">Window positions of one dimension.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="height">Output rows.</param>
    /// <param name="width">Output columns.</param>
    public static WinogradChoice? OfTraining(int window, int inputs, int outputs, int height, int width)
    {
        var channels = new Channels(inputs, outputs);
        return Best(
            from tile in Tiles(window)
            where Count(tile, height, width) >= FewestTrainingTiles
            let prediction = Forward(tile, channels, height, width)
            select prediction with { Transformed = prediction.Transformed + (Weights * tile.Products * channels.Pairs / UsualBatch) });
    }

    /// <summary>Estimates the weight gradient of a convolution, for a batch of some samples; null where the direct kernel is as fast or a sample has too few tiles.</summary>
    /// <param name="window">Window positions of one dimension.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="height">Output rows.</param>
    /// <param name="width">Output columns.</param>
    public static WinogradChoice? OfWeightGradient(int window, int inputs, int outputs, int height, int width)
    {
        var channels = new Channels(inputs, outputs);
        return Best(
            from tile in Tiles(window)
            let tiles = Count(tile, height, width)
            where tiles >= FewestTrainingTiles
            let transforms = tiles * ((InputCycles(tile) * channels.InputBlocks * Math.Ceiling(channels.OutputBlocks / 4)) + (OutputCycles(tile) * channels.OutputBlocks))
            select new WinogradChoice(
                tile, height * width * tile.Window * tile.Window * channels.Macs / MacsPerCycle,
                (1.1 * tiles * tile.Products * channels.Macs / MacsPerCycle) + transforms + (WeightSums * tile.Products * channels.Pairs / UsualBatch)));
    }

    /// <summary>The reason, for comments.</summary>
    public override string ToString() =>
        Invariant($"by Winograd {Tile}, estimated {Transformed / Direct * 100:0} % of the cycles of the direct kernel");

    private static WinogradChoice Forward(WinogradTile tile, Channels channels, int height, int width)
    {
        double tiles = Count(tile, height, width), taps = tile.Window * tile.Window;
        double direct = Math.Max(height * width * taps * channels.Macs / MacsPerCycle, taps * channels.Macs * 4 / BytesPerCycle);
        double products = tile.Products * (channels.Macs + (ProductInputs * channels.OutputLanes)) * Math.Max(tiles, FullTile) / MacsPerCycle;
        double transforms = tiles * ((InputCycles(tile) * channels.InputBlocks) + (OutputCycles(tile) * channels.OutputBlocks));
        return new WinogradChoice(tile, direct, Math.Max(products + transforms, tile.Products * channels.Macs * 4 / BytesPerCycle));
    }

    private static WinogradChoice? Best(IEnumerable<WinogradChoice> choices)
    {
        WinogradChoice[] all = [.. choices.Where(choice => choice.Transformed < WorthWhile * choice.Direct).OrderBy(choice => choice.Transformed)];
        return all.Length == 0 ? null : all[0];
    }

    private static double InputCycles(WinogradTile tile) => InputPoint * tile.Products;

    // Each column is taken from points to outputs, then each row; outputs pass once more to be stored.
    private static double OutputCycles(WinogradTile tile) => OutputValue * ((tile.Points * tile.Outputs) + (2 * tile.Outputs * tile.Outputs));

    private static double Count(WinogradTile tile, int height, int width) => (double)tile.Cover(height) * tile.Cover(width);

    // Channels as kernels compute them: in blocks of 16; half a block of outputs, or some inputs, where there is only one.
    private readonly record struct Channels(int Inputs, int Outputs)
    {
        public double InputBlocks => Inputs <= 8 ? 0.5 : (Inputs + 15) / 16;

        public double OutputBlocks => Outputs <= 8 ? 0.5 : (Outputs + 15) / 16;

        public double OutputLanes => 16 * OutputBlocks;

        public double Pairs => Math.Max(1, InputBlocks) * Math.Max(1, OutputBlocks);

        // Multiply-adds of one position.
        public double Macs => (Inputs < 16 ? Inputs : 16 * InputBlocks) * OutputLanes;
    }
}
