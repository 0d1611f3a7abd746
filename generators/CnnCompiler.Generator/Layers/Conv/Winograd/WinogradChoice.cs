using System;
using static System.FormattableString;

namespace CnnCompiler.Generator.Layers.Conv.Winograd;

/// <summary>
/// Whether a 3x3 convolution is computed by Winograd transforms, from estimates of the cycles that one sample takes on one core with 256-bit vectors. The
/// constants are measured: 16 multiply-adds a cycle, of which kernels reach 88 %; some 350 cycles to transform a tile of 16 input channels, 250 for outputs.
/// </summary>
/// <param name="Direct">Cycles of the direct kernel.</param>
/// <param name="Transformed">Cycles of the transforms and products.</param>
internal readonly record struct WinogradChoice(double Direct, double Transformed)
{
    private const double MacsPerCycle = 16 * 0.88, InputTile = 350, OutputTile = 250, BytesPerCycle = 8;

    // A tile of fewer pixels than this leaves multiply-add units idle.
    private const double FullTile = 4;

    // Once a batch: cycles to transform 16x16 weights, and to add the parts of their gradient and take it back from 36 points.
    private const double Weights = 17_000, WeightSums = 11_000, UsualBatch = 8;

    // In training, fewer tiles a sample than these do not pay: much of a tile lies beside so small a map.
    private const int FewestTrainingTiles = 4;

    // What has to be gained for the memory that it costs and the digits that it loses.
    private const double WorthWhile = 0.9;

    /// <summary>Estimates a convolution in training, forward or by its input; null where a sample has too few tiles.</summary>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="height">Output rows.</param>
    /// <param name="width">Output columns.</param>
    public static WinogradChoice? OfTraining(int inputs, int outputs, int height, int width)
    {
        if (Tiles(height, width) < FewestTrainingTiles)
        {
            return null;
        }

        WinogradChoice prediction = Of(inputs, outputs, height, width);
        double blocks = (inputs + 15) / 16 * ((outputs + 15) / 16);
        return prediction with { Transformed = prediction.Transformed + (Weights * blocks / UsualBatch) };
    }

    /// <summary>Estimates a convolution.</summary>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="height">Output rows.</param>
    /// <param name="width">Output columns.</param>
    public static WinogradChoice Of(int inputs, int outputs, int height, int width)
    {
        double inputBlocks = (inputs + 15) / 16, outputBlocks = (outputs + 15) / 16, macs = inputBlocks * outputBlocks * 256;
        double tiles = Tiles(height, width);
        double direct = Math.Max((double)height * width * 9 * macs / MacsPerCycle, 9 * macs * 4 / BytesPerCycle);
        double products = 36 * macs * Math.Max(tiles, FullTile) / MacsPerCycle;
        double transforms = tiles * ((InputTile * inputBlocks) + (OutputTile * outputBlocks));
        return new WinogradChoice(direct, Math.Max(products + transforms, 36 * macs * 4 / BytesPerCycle));
    }

    /// <summary>Estimates the weight gradient of a convolution, for a batch of some samples; null where a sample has too few tiles.</summary>
    /// <param name="inputs">Input channels.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="height">Output rows.</param>
    /// <param name="width">Output columns.</param>
    public static WinogradChoice? OfWeightGradient(int inputs, int outputs, int height, int width)
    {
        double inputBlocks = (inputs + 15) / 16, outputBlocks = (outputs + 15) / 16, macs = inputBlocks * outputBlocks * 256;
        double tiles = Tiles(height, width);
        if (tiles < FewestTrainingTiles)
        {
            return null;
        }

        double transforms = tiles * ((InputTile * inputBlocks * ((outputBlocks + 3) / 4)) + (OutputTile * outputBlocks));
        return new WinogradChoice(
            height * width * 9 * macs / MacsPerCycle, (1.1 * tiles * 36 * macs / MacsPerCycle) + transforms + (WeightSums * inputBlocks * outputBlocks / UsualBatch));
    }

    /// <summary>Whether the transforms pay.</summary>
    public bool IsWinograd => Transformed < WorthWhile * Direct;

    /// <summary>The reason, for comments.</summary>
    public override string ToString() =>
        Invariant($"by Winograd F(4x4, 3x3), estimated {Transformed / Direct * 100:0} % of the cycles of the direct kernel");

    private static double Tiles(int height, int width) => (double)((height + 3) / 4) * ((width + 3) / 4);
}
