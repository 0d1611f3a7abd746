using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

public sealed class ShapeDiagnosticsTests
{
    [Fact]
    public void Conv_KernelLargerThanInput_ReportsCNN101()
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(1, 16, 16)]\n[Conv(6, 5), Relu, Conv(8, 1), MaxPool(2)]\n[Conv(16, 11), Relu, Dense(0 + 10)]"));
        Assert.Equal(
            ("CNN101", "Conv(16, 11)",
            "Conv(16, 11) needs an input of at least 11x11, but layer 4 MaxPool(2) gives 8x6x6: (6 - 11 + 2*0) / 1 + 1 = -4. Use a kernel of at most 6, or Padding = 3."),
            (found.Id, found.At, found.Message));
    }

    [Theory]
    [InlineData("3, 8, 8", "Conv(4, 9, 3)", "Conv(4, 9, 3) needs an input of at least 9x3, but the network's input gives 3x8x8: (8 - 9 + 2*0) / 1 + 1 = 0. Use a kernel of at most 8x3, or Padding = 1.")]
    [InlineData("3, 8, 8", "Conv(4, 5, Dilation = 3)", "Conv(4, 5, Dilation = 3) needs an input of at least 13x13, but the network's input gives 3x8x8: (8 - 3*(5 - 1) - 1 + 2*0) / 1 + 1 = -4. Use a kernel of at most 3, or Padding = 3.")]
    [InlineData("3, 8, 8", "Conv(4, 12, Stride = 2, PaddingHeight = 2)", "Conv(4, 12, Stride = 2, PaddingHeight = 2) needs an input of at least 8x12, but the network's input gives 3x8x8: (8 - 12 + 2*0) / 2 + 1 = -1. Use a kernel of at most 8, or PaddingWidth = 2.")]
    [InlineData("3, 6", "Conv(4, 9)", "Conv(4, 9) needs an input of at least 9, but the network's input gives 3x6: (6 - 9 + 2*0) / 1 + 1 = -2. Use a kernel of at most 6, or Padding = 2.")]
    [InlineData("3, 2, 2", "MaxPool(3)", "MaxPool(3) needs an input of at least 3x3, but the network's input gives 3x2x2: (2 - 3 + 2*0) / 3 + 1 = 0. Use a size of at most 2, or Padding = 1.")]
    [InlineData("3, 2, 9", "MaxPool(3, Dilation = 4)", "MaxPool(3, Dilation = 4) needs an input of at least 9x9, but the network's input gives 3x2x9: (2 - 4*(3 - 1) - 1 + 2*0) / 3 + 1 = -2. Use a size of at most 1.")]
    [InlineData("3, 1, 1", "AvgPool(4, Stride = 2, CeilMode = true)", "AvgPool(4, Stride = 2, CeilMode = true) needs an input of at least 3x3, but the network's input gives 3x1x1: ceil((1 - 4 + 2*0) / 2) + 1 = 0. Use a size of at most 2, or Padding = 1.")]
    public void Window_LargerThanInput_GivesTheArithmetic(string input, string layer, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(" + input + ")]\n[" + layer + "]"));
        Assert.Equal(("CNN101", layer, message), (found.Id, found.At, found.Message));
    }

    // What a message proposes has to work.
    [Theory]
    [InlineData("8, 6, 6", "Conv(16, 6)")]
    [InlineData("8, 6, 6", "Conv(16, 11, Padding = 3)")]
    [InlineData("3, 8, 8", "Conv(4, 3, Dilation = 3)")]
    [InlineData("3, 8, 8", "Conv(4, 5, Dilation = 3, Padding = 3)")]
    [InlineData("3, 8, 8", "Conv(4, 12, Stride = 2, PaddingHeight = 2, PaddingWidth = 2)")]
    [InlineData("3, 2, 2", "MaxPool(3, Padding = 1)")]
    [InlineData("3, 1, 1", "AvgPool(4, Stride = 2, Padding = 1, CeilMode = true)")]
    [InlineData("3, 1, 1", "AvgPool(2, CeilMode = true)")]
    [InlineData("3, 2, 9", "MaxPool(1, Dilation = 4)")]
    public void Remedy_Works(string input, string layer) =>
        Assert.DoesNotContain(NetworkSource.Analyze("[Network(" + input + ")]\n[" + layer + "]"), found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);

    [Theory]
    [InlineData("Conv(6, 3, Groups = 4)", "Conv(6, 3, Groups = 4): 4 groups do not divide the 6 channels that the network's input gives (6x8x8): 6 / 4 leaves 2. Use one of 1, 2, 3, 6.")]
    [InlineData("Conv(8, 3, Groups = 3)", "Conv(8, 3, Groups = 3): 3 groups do not divide its 8 filters: 8 / 3 leaves 2. Use one of 1, 2.")]
    [InlineData("Conv(5, 3, Groups = 2)", "Conv(5, 3, Groups = 2): 2 groups do not divide its 5 filters: 5 / 2 leaves 1. Use Groups = 1.")]
    public void Groups_ThatDoNotDivide_ReportsOnGroups(string layer, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(6, 8, 8)]\n[" + layer + "]"));
        Assert.Equal(("CNN102", message), (found.Id, found.Message));
        Assert.StartsWith("Groups", found.At);
    }

    [Theory]
    [InlineData("Conv(4, 3)")]
    [InlineData("MaxPool(2)")]
    [InlineData("AvgPool(2)")]
    [InlineData("GlobalAvgPool")]
    [InlineData("GlobalMaxPool")]
    [InlineData("GlobalSumPool")]
    [InlineData("ZeroPad(1)")]
    [InlineData("Upsample(2)")]
    public void LayerOfPositions_OnFeatures_ReportsCNN103(string layer)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(1, 8, 8)]\n[Dense(10), " + layer + "]"));
        Assert.Equal(
            ("CNN103", layer, layer + " needs an input of channels x length or channels x height x width, but layer 1 Dense(10) gives 10 features. Put it before the layer that makes features, or remove it."),
            (found.Id, found.At, found.Message));
    }

    [Fact]
    public void Conv_OnInputOfFeatures_SaysHowToWriteTheInput()
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(784)]\n[Conv(4, 3)]"));
        Assert.EndsWith("the network's input gives 784 features. Write the input as [Network(channels, length)] or [Network(channels, height, width)].", found.Message);
    }

    [Theory]
    [InlineData("Conv(4, 3, 5)", "3", "Conv(4, 3, 5): kernelHeight needs an input of channels x height x width, but the network's input gives 2x16 (channels x length). Write one kernel size: Conv(4, 5).")]
    [InlineData("Conv(4, 3, StrideHeight = 1)", "StrideHeight = 1", "Conv(4, 3, StrideHeight = 1): StrideHeight needs an input of channels x height x width, but the network's input gives 2x16 (channels x length). Use Stride.")]
    [InlineData("Conv(4, 3, PaddingHeight = 1)", "PaddingHeight = 1", "Conv(4, 3, PaddingHeight = 1): PaddingHeight needs an input of channels x height x width, but the network's input gives 2x16 (channels x length). Use Padding.")]
    public void ImageOption_OnSignal_ReportsCNN104(string layer, string at, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(2, 16)]\n[" + layer + "]"));
        Assert.Equal(("CNN104", at, message), (found.Id, found.At, found.Message));
    }

    [Fact]
    public void Pool_PaddingOverHalf_ReportsCNN105()
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(2, 16, 16)]\n[MaxPool(3, Padding = 2)]"));
        Assert.Equal(
            ("CNN105", "Padding = 2", "MaxPool(3, Padding = 2): padding 2 is more than half of the window, 3 / 2 = 1. Use a padding of at most 1."),
            (found.Id, found.At, found.Message));
    }

    [Theory]
    [InlineData("Reshape(2, 3, 5)", "Reshape(2, 3, 5) holds 2 * 3 * 5 = 30 values, but layer 1 Dense(24) gives 24, which has 24. Use dimensions whose product is 24.")]
    [InlineData("Reshape(25)", "Reshape(25) holds 25 values, but layer 1 Dense(24) gives 24, which has 24. Use dimensions whose product is 24.")]
    [InlineData("Reshape(65536, 65536)", "Reshape(65536, 65536) holds 65536 * 65536 (more than 2147483647) values, but layer 1 Dense(24) gives 24, which has 24. Use dimensions whose product is 24.")]
    public void Reshape_OfAnotherCount_ReportsCNN131(string layer, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(4)]\n[Dense(24), " + layer + ", Dense(2)]"));
        Assert.Equal(("CNN131", layer, message), (found.Id, found.At, found.Message));
    }

    [Theory]
    [InlineData("Reshape()", "Reshape: the number of dimensions has to be from 1 to 3, but is 0")]
    [InlineData("Reshape(1, 2, 3, 4)", "Reshape(1, 2, 3, 4): the number of dimensions has to be from 1 to 3, but is 4")]
    [InlineData("Reshape(24, -1)", "Reshape(24, -1): dimension 2 has to be at least 1, but is -1")]
    [InlineData("Maxout(0)", "Maxout(0): pieces has to be at least 1, but is 0")]
    [InlineData("ZeroPad(-1)", "ZeroPad(-1): padding has to be at least 0, but is -1")]
    [InlineData("Upsample(0)", "Upsample(0): factor has to be at least 1, but is 0")]
    [InlineData("Upsample(2, Mode = (UpsampleMode)7)", "Upsample(2, Mode = UpsampleMode(7)): Mode has to be a value of the enumeration UpsampleMode, but is 7")]
    [InlineData("Elu(double.NaN)", "Elu(NaN): alpha has to be a finite number, but is NaN")]
    [InlineData("AlphaDropout(1.0)", "AlphaDropout(1): rate has to be at least 0 and less than 1, but is 1")]
    [InlineData("SpatialDropout(-0.5)", "SpatialDropout(-0.5): rate has to be at least 0 and less than 1, but is -0.5")]
    public void ArgumentOfALayer_OutOfRange_ReportsCNN011(string layer, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(24, 1)]\n[" + layer + "]"));
        Assert.Equal(("CNN011", message), (found.Id, found.Message));
    }

    [Theory]
    [InlineData("PRelu(Init = Init.He)")]
    [InlineData("ChannelScale(Init = Init.Orthogonal)")]
    public void SchemeOfMatrices_OnVector_ReportsCNN016(string layer) =>
        Assert.Equal("CNN016", Assert.Single(NetworkSource.Analyze("[Network(4)]\n[" + layer + "]")).Id);

    [Fact]
    public void Maxout_PiecesThatDoNotDivide_ReportsCNN132()
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(4)]\n[Dense(8), Maxout(3)]"));
        Assert.Equal(
            ("CNN132", "Maxout(3): groups of 3 do not divide the 8 channels that layer 1 Dense(8) gives (8): 8 / 3 leaves 2. Use one of 1, 2, 4, 8."),
            (found.Id, found.Message));
    }

    [Theory]
    [InlineData("1, 8, 8", "Conv(2147483647, 3)", "Conv(2147483647, 3) makes an output of 2147483647x6x6 values from 1x8x8, but at most 2147483647 are possible. Use fewer channels or a larger stride.")]
    [InlineData("1, 8, 8", "Conv(1, 2147483647, Dilation = 2147483647)", "Conv(1, 2147483647, Dilation = 2147483647) makes an axis of 4611686011984936963 positions with padding and dilation, but at most 2147483647 are possible. Use a smaller kernel, dilation or padding.")]
    [InlineData("1, 8, 8", "Conv(1, 3, Padding = 2147483647)", "Conv(1, 3, Padding = 2147483647) makes an axis of 4294967302 positions with padding and dilation, but at most 2147483647 are possible. Use a smaller kernel, dilation or padding.")]
    [InlineData("1, 8, 8", "Conv(1, 1, Padding = 1000000000)", "Conv(1, 1, Padding = 1000000000) makes a padded input of 1x2000000008x2000000008 values, but at most 2147483647 are possible. Use a smaller padding or kernel.")]
    [InlineData("1, 8, 8", "ZeroPad(2147483647)", "ZeroPad(2147483647) makes an axis of 4294967302 positions, but at most 2147483647 are possible. Use a smaller padding.")]
    [InlineData("1, 8", "Upsample(2147483647)", "Upsample(2147483647) makes an axis of 17179869176 positions, but at most 2147483647 are possible. Use a smaller factor.")]
    [InlineData("1, 8, 8", "Upsample(10000)", "Upsample(10000) makes an output of 1x80000x80000 values from 1x8x8, but at most 2147483647 are possible. Use fewer channels or a larger stride.")]
    [InlineData("100000", "Dense(100000)", "Dense(100000) makes a weight of 100000x100000 values on an input of 100000, but at most 2147483647 are possible. Use fewer outputs or a smaller input.")]
    [InlineData("300, 300, 300", "Conv(30000, 300)", "Conv(30000, 300) makes a weight of 30000x300x300x300 values on an input of 300x300x300, but at most 2147483647 are possible. Use fewer outputs or a smaller input.")]
    public void Sizes_BeyondTheLimit_ReportCNN202(string input, string layer, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(" + input + ")]\n[" + layer + "]"));
        Assert.Equal(("CNN202", layer, message), (found.Id, found.At, found.Message));
    }

    [Fact]
    public void ShapeError_InTheMiddle_IsTheOnlyError() =>
        Assert.Single(NetworkSource.Analyze("[Network(1, 8, 8)]\n[Conv(4, 9), MaxPool(99), Flatten, Conv(3, 3)]"));

    [Fact]
    public void BatchNormAndSoftmax_OnFeatures_AreFine() =>
        Assert.Empty(NetworkSource.Analyze("[Network(8)]\n[BatchNorm, Dense(4, Bias = false), BatchNorm, LogSoftmax, NegativeLogLikelihoodLoss]"));

    [Theory]
    [InlineData("1, 12000, 12000", "Conv(1, 3, Padding = 1)")]
    [InlineData("17, 9000, 9000", "BatchNorm")]
    [InlineData("1, 12000, 12000", "MaxPool(2)")]
    public void Sizes_BeyondTheLimitInBlocksOf16_ReportCNN202(string input, string layer) => Assert.Contains(
        NetworkSource.Analyze("[Network(" + input + ")]\n[" + layer + ", GlobalAvgPool, Dense(2)]"), found => found.Id == "CNN202" && found.At == layer);
}
