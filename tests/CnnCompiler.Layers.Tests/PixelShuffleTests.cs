using System.Globalization;
using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing;
using Xunit;

namespace CnnCompiler.Layers.Tests;

/// <summary>Channels moved to positions.</summary>
public sealed class PixelShuffleTests : LayerTests<PixelShuffleCases>
{
    [Theory]
    [InlineData("6, 8, 8", "PixelShuffle(2)", "CNN132", "PixelShuffle(2): groups of 4 do not divide the 6 channels that the network's input gives (6x8x8): 6 / 4 leaves 2. Use one of the factors 1.")]
    [InlineData("36, 8, 8", "PixelShuffle(2147483647)", "CNN132", "PixelShuffle(2147483647): groups of 4611686014132420609 do not divide the 36 channels that the network's input gives (36x8x8): 36 / 4611686014132420609 leaves 36. Use one of the factors 1, 2, 3, 6.")]
    [InlineData("4, 8", "PixelShuffle(2)", "CNN104", "PixelShuffle(2): it needs an input of channels x height x width, but the network's input gives 4x8 (channels x length). Use Upsample.")]
    [InlineData("4", "PixelShuffle(2)", "CNN103", "PixelShuffle(2) needs an input of channels x length or channels x height x width, but the network's input gives 4 features. Write the input as [Network(channels, length)] or [Network(channels, height, width)].")]
    [InlineData("4, 8, 8", "PixelShuffle(0)", "CNN011", "PixelShuffle(0): factor has to be at least 1, but is 0")]
    public void Mistakes_AreErrors(string input, string layer, string id, string message)
    {
        var error = Assert.Single(GeneratorHarness.Run($"using CnnCompiler;\n[Network({input}), {layer}] public partial class Net;").Errors);
        Assert.Equal((id, message), (error.Id, error.GetMessage(CultureInfo.InvariantCulture)));
    }
}
