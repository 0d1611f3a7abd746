using CnnCompiler.Generator.Emission.Winograd;
using CnnCompiler.Generator.Layers.Conv.Winograd;
using Xunit;

namespace CnnCompiler.Generator.Tests.Planning;

/// <summary>Which kernels compute which convolutions; the layer tests of Winograd transforms rest on these choices.</summary>
public sealed class WinogradChoiceTests
{
    [Theory]
    [InlineData(3, 64, 64, 56, 56)] // ResNet-50
    [InlineData(3, 512, 512, 7, 7)]
    [InlineData(3, 16, 16, 32, 32)] // ResNet-20
    [InlineData(5, 64, 192, 27, 27)] // AlexNet
    [InlineData(5, 6, 16, 10, 10)] // LeNet-5
    [InlineData(5, 16, 32, 28, 28)] // GoogLeNet
    public void LayersOfKnownNetworks_AreTransformed(int window, int inputs, int outputs, int height, int width)
    {
        var tile = new WinogradTile(4, window);
        Assert.Equal(tile, WinogradChoice.Of(window, inputs, outputs, height, width)?.Tile);
        Assert.Equal(tile, WinogradChoice.OfTraining(window, inputs, outputs, height, width)?.Tile);
        Assert.Equal(tile, WinogradChoice.OfWeightGradient(window, inputs, outputs, height, width)?.Tile);
    }

    [Theory]
    [InlineData(3, 5, 5, 3, 3)]
    [InlineData(3, 16, 16, 1, 1)]
    [InlineData(5, 5, 6, 3, 4)]
    [InlineData(1, 64, 64, 56, 56)]
    [InlineData(7, 64, 64, 56, 56)]
    public void FewChannels_SmallMaps_AndOtherWindows_AreNot(int window, int inputs, int outputs, int height, int width)
    {
        Assert.Null(WinogradChoice.Of(window, inputs, outputs, height, width));
        Assert.Null(WinogradChoice.OfTraining(window, inputs, outputs, height, width));
        Assert.Null(WinogradChoice.OfWeightGradient(window, inputs, outputs, height, width));
    }

    [Theory]
    [InlineData(6, 8)]
    [InlineData(16, 16)]
    [InlineData(256, 64)]
    public void Estimates_GrowWithTheMap(int inputs, int outputs)
    {
        double before = 0;
        foreach (int size in new[] { 8, 16, 32, 64 })
        {
            WinogradChoice choice = Assert.NotNull(WinogradChoice.Of(5, inputs, outputs, size, size));
            Assert.InRange(choice.Transformed, before, 0.9 * choice.Direct);
            before = choice.Transformed;
        }
    }
}
