using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Tests;

/// <summary>Summaries of networks as the generator writes them.</summary>
internal static class DiagramSamples
{
    public static NetworkSummary LeNet5 { get; } = new("LeNet5", new(1, 28, 28),
    [
        new("conv1", "Conv(6, 5, Padding = 2)", [-1], new(6, 28, 28), 156, 117600, 5),
        new("relu1", "Relu", [0], new(6, 28, 28), 0, 0, 5),
        new("maxpool1", "MaxPool(2)", [1], new(6, 14, 14), 0, 0, 6),
        new("conv2", "Conv(16, 5)", [2], new(16, 10, 10), 2416, 240000, 14),
        new("relu2", "Relu", [3], new(16, 10, 10), 0, 0, 14),
        new("maxpool2", "MaxPool(2)", [4], new(16, 5, 5), 0, 0, 16),
        new("dense1", "Dense(120)", [5], new(120), 48120, 48000, 32),
        new("relu3", "Relu", [6], new(120), 0, 0, 32),
        new("dense2", "Dense(84)", [7], new(84), 10164, 10080, 32),
        new("relu4", "Relu", [8], new(84), 0, 0, 32),
        new("dense3", "Dense(10)", [9], new(10), 850, 840, 32),
    ], 10, 335104, 957192);

    /// <summary>A residual block with a projection and one without, four branches side by side, a classifier on the side, a skip over all of it.</summary>
    public static NetworkSummary Branched { get; } = new("Branched", new(3, 8, 8),
    [
        new("conv1", "Conv(4, 3, Padding = 1)", [-1], new(4, 8, 8), 112, 6912, 3),
        new("block1.main.conv1", "Conv(4, 3, Padding = 1, Bias = false)", [0], new(4, 8, 8), 144, 9216, 5),
        new("block1.main.batchnorm1", "BatchNorm", [1], new(4, 8, 8), 8, 0, 5),
        new("block1.residual1", "Residual<Main, Projection>", [2, 0], new(4, 8, 8), 0, 0, 5),
        new("block2.main.conv1", "Conv(8, 3, Padding = 1, Bias = false)", [3], new(8, 8, 8), 288, 18432, 7),
        new("block2.main.batchnorm1", "BatchNorm", [4], new(8, 8, 8), 16, 0, 7),
        new("block2.main.conv2", "Conv(8, 3, Padding = 1, Bias = false)", [5], new(8, 8, 8), 288, 18432, 9),
        new("block2.projection.conv1", "Conv(8, 1, Bias = false)", [3], new(8, 8, 8), 32, 2048, 5),
        new("block2.residual1", "Residual<Main, Projection>", [6, 7], new(8, 8, 8), 0, 0, 9),
        new("head.globalavgpool1", "GlobalAvgPool", [8], new(8), 0, 0, 14, IsPredicted: false),
        new("head.dense1", "Dense(5)", [9], new(5), 45, 40, 14, IsPredicted: false),
        new("one.conv1", "Conv(4, 1)", [8], new(4, 8, 8), 36, 2304, 9),
        new("three.conv1", "Conv(2, 1)", [8], new(2, 8, 8), 18, 1152, 9),
        new("three.conv2", "Conv(4, 3, Padding = 1)", [12], new(4, 8, 8), 76, 4608, 11),
        new("five.conv1", "Conv(2, 1)", [8], new(2, 8, 8), 18, 1152, 9),
        new("five.conv2", "Conv(4, 5, Padding = 2, Name = \"\\\"a\\\" & <b>\")", [14], new(4, 8, 8), 204, 12800, 13),
        new("pool.maxpool1", "MaxPool(3, Stride = 1, Padding = 1)", [8], new(8, 8, 8), 0, 0, 11),
        new("concat1", "Concat<One, Three, Five, Pool>", [11, 13, 15, 16], new(20, 8, 8), 0, 0, 13),
        new("concatwith1", "ConcatWith(\"stem\")", [17, 0], new(24, 8, 8), 0, 0, 13),
        new("globalavgpool1", "GlobalAvgPool", [18], new(24), 0, 0, 20),
        new("dense1", "Dense(5)", [19], new(5), 125, 120, 20),
    ], 20, 0, 0)
    { Auxiliaries = [new(10, 0.3)] };

    /// <summary>As many layers as ResNet-152: 50 blocks of three convolutions, some with a projection.</summary>
    public static NetworkSummary Deep
    {
        get
        {
            List<LayerSummary> layers = [new("conv1", "Conv(64, 7, Stride = 2, Padding = 3, Bias = false)", [-1], new(64, 112, 112), 9408, 0, 7)];
            for (int block = 1; block <= 50; block++)
            {
                int start = layers.Count - 1, shortcut = start;
                for (int conv = 1; conv <= 3; conv++)
                {
                    layers.Add(new($"block{block}.main.conv{conv}", "Conv(64, 3, Padding = 1, Bias = false)", [conv == 1 ? start : layers.Count - 1], new(64, 56, 56), 9, 9, 9));
                    layers.Add(new($"block{block}.main.batchnorm{conv}", "BatchNorm", [layers.Count - 1], new(64, 56, 56), 9, 9, 9));
                    layers.Add(new($"block{block}.main.relu{conv}", "Relu", [layers.Count - 1], new(64, 56, 56), 0, 0, 9));
                }

                int main = layers.Count - 1;
                if (block is 1 or 4 or 12 or 48)
                {
                    layers.Add(new($"block{block}.projection.conv1", "Conv(64, 1, Bias = false)", [start], new(64, 56, 56), 9, 9, 9));
                    shortcut = layers.Count - 1;
                }

                layers.Add(new($"block{block}.residual1", "Residual<Main, Projection>", [main, shortcut], new(64, 56, 56), 0, 0, 9));
            }

            return new("Deep", new(3, 224, 224), layers, layers.Count - 1, 0, 0);
        }
    }

    /// <summary>Each layer reads all before it.</summary>
    public static NetworkSummary Dense { get; } = new("Dense", new(3, 8, 8),
        [.. Enumerable.Range(0, 12).Select(i => new LayerSummary($"layer{i}", "Conv(4, 3)", [.. Enumerable.Range(-1, i + 1)], new(4, 8, 8), 9, 9, 9))], 11, 0, 0);
}
