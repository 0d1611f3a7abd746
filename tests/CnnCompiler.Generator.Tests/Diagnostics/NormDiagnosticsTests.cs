using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

/// <summary>What normalisations and convolutions with unshared weights say of a wrong input or option.</summary>
public sealed class NormDiagnosticsTests
{
    [Theory]
    [InlineData("6, 8, 8", "GroupNorm(4)", "CNN102", "4", "GroupNorm(4): 4 groups do not divide the 6 channels that the network's input gives (6x8x8): 6 / 4 leaves 2. Use one of 1, 2, 3, 6.")]
    [InlineData("6, 8, 8", "GroupNorm(0)", "CNN011", "0", "GroupNorm(0): groups has to be at least 1, but is 0")]
    [InlineData("6, 8, 8", "ContrastNorm(4)", "CNN011", "4", "ContrastNorm(4): size has to be odd, so that the window has a centre, but is 4")]
    [InlineData("6, 8", "ContrastNorm(5)", "CNN104", "ContrastNorm(5)", "ContrastNorm(5): its window needs an input of channels x height x width, but the network's input gives 6x8 (channels x length). Use InstanceNorm or LocalResponseNorm.")]
    [InlineData("6", "ContrastNorm(5)", "CNN103", "ContrastNorm(5)", "ContrastNorm(5) needs an input of channels x height x width, but the network's input gives 6 features. Put it before the layer that makes features, or remove it.")]
    [InlineData("6, 8, 8", "LayerNorm(Init = Init.He)", "CNN016", "Init = Init.He", "LayerNorm(Init = Init.He): Init.He needs a weight of at least 2 dimensions, but this layer has one gain per channel. Use Init.Constant, Init.Normal or Init.Uniform.")]
    [InlineData("6, 4, 4", "LocallyConnected(3, 9)", "CNN101", "LocallyConnected(3, 9)", "LocallyConnected(3, 9) needs an input of at least 9x9, but the network's input gives 6x4x4: (4 - 9 + 2*0) / 1 + 1 = -4. Use a kernel of at most 4, or Padding = 3.")]
    [InlineData("6, 4, 4", "TiledConv(3, 3, 0)", "CNN011", "0", "TiledConv(3, 3, 0): tile has to be at least 1, but is 0")]
    [InlineData("6, 4, 4", "TiledConv(3, 3, 2, Init = Init.Identity)", "CNN011", "Init = Init.Identity", "TiledConv(3, 3, 2, Init = Init.Identity): Init has to be a scheme for single weights, as positions have filters of their own, but is Init.Identity")]
    public void Mistake_IsReportedOnItsArgument(string input, string layer, string id, string at, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(" + input + ")]\n[" + layer + "]"));
        Assert.Equal((id, at, message), (found.Id, found.At, found.Message));
    }

    [Fact]
    public void InstanceNorm_OnFeatures_ReportsCNN103() =>
        Assert.Equal("CNN103", Assert.Single(NetworkSource.Analyze("[Network(6)]\n[InstanceNorm]")).Id);
}
