using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

public sealed class ConvolutionDiagnosticsTests
{
    private const string Separately = "Write rows of channels, from 0, like \"0 1; 1 2\".";

    [Theory]
    [InlineData("0 1; ; 2", "row 2 of Connections is empty. Write the channels that the filter sees, or remove a semicolon.")]
    [InlineData("0; 1; 2;", "row 4 of Connections is empty. Write the channels that the filter sees, or remove a semicolon.")]
    [InlineData("", "row 1 of Connections is empty. Write the channels that the filter sees, or remove a semicolon.")]
    [InlineData("0 1; 2 1 2; 2", "row 2 of Connections names channel 2 twice. Write it once.")]
    [InlineData("0 1; 1, 2; 2", "row 2 of Connections holds \"1,\", expected the number of a channel. " + Separately)]
    [InlineData("0 1; -1; 2", "row 2 of Connections holds \"-1\", expected the number of a channel. " + Separately)]
    [InlineData("0 1; 2 99999999999; 2", "row 2 of Connections holds \"99999999999\", expected the number of a channel. " + Separately)]
    [InlineData("0 1; 2", "Connections has 2 rows, expected one for each of the 3 filters. Write a row for each filter, separated by semicolons.")]
    public void Connections_ThatCannotBeRead_ReportCNN041(string table, string message) =>
        Check("3, 8, 8", "Conv(3, 3, Connections = \"" + table + "\")", "CNN041", "Connections = \"" + table + "\"", "{0}: " + message);

    [Fact]
    public void Connections_ToAChannelThatIsNotThere_ReportCNN141() => Check(
        "4, 8, 8", "Conv(2, 3, Connections = \"0 3; 4 1\")", "CNN141", "Connections = \"0 3; 4 1\"",
        "{0}: row 2 of Connections names channel 4, but the network's input gives 4 channels (4x8x8). Use channels from 0 to 3.");

    [Theory]
    [InlineData("Conv(2, 3, Causal = true, Padding = 1)", "Causal = true", "{0}: Causal = true computes the padding, but Padding is 1. Leave out one of the two.")]
    [InlineData("Conv(2, 3, Causal = true, Same = true)", "Causal = true", "{0}: Causal = true computes the padding, but Same is true. Leave out one of the two.")]
    [InlineData("Conv(2, 3, Connections = \"0; 1\", Groups = 2)", "Connections = \"0; 1\"", "{0}: Connections needs a single group, but Groups is 2. Leave out Groups, and write its pattern into the table.")]
    public void OptionsThatExcludeEachOther_ReportCNN012(string layer, string at, string message) => Check("4, 8", layer, "CNN012", at, message);

    [Theory]
    [InlineData("Conv(2, 3, Causal = true)")]
    [InlineData("DepthwiseConv(3, Causal = true)")]
    [InlineData("SeparableConv(2, 3, Causal = true)")]
    public void Causal_OnImage_ReportsCNN142(string layer) => Check(
        "4, 8, 8", layer, "CNN142", "Causal = true",
        "{0}: Causal needs an input of channels x length, but the network's input gives 4x8x8. Leave out Causal, and write the padding of each axis.");

    [Theory]
    [InlineData("1, 1", "ConvTranspose(2, 3, Padding = 2)", "CNN143", "Padding = 2", "{0} has no output on 1x1, which the network's input gives: (1 - 1)*1 - 2*2 + 1*(3 - 1) + 0 + 1 = -1. Use a Padding of at most 1.")]
    [InlineData("1, 5", "ConvTranspose(2, 3, Stride = 2, OutputPadding = 2)", "CNN011", "OutputPadding = 2", "{0}: OutputPadding has to be less than the larger of stride and dilation, 2, but is 2")]
    [InlineData("6, 5", "ConvTranspose(3, 3, Groups = 4)", "CNN102", "Groups = 4", "{0}: 4 groups do not divide the 6 channels that the network's input gives (6x5): 6 / 4 leaves 2. Use one of 1, 3.")]
    [InlineData("6, 5", "ConvTranspose(3, 2147483647, Dilation = 2147483647)", "CNN202", "{0}", "{0} makes a tensor of 6x1x9223372023969873931 values with its border, but at most 2147483647 are possible. Use fewer channels, or a smaller kernel, stride, dilation or padding.")]
    [InlineData("6, 5", "DepthwiseConv(2, Multiplier = 2147483647)", "CNN202", "Multiplier = 2147483647", "{0} makes 12884901882 channels from 6x5, but at most 2147483647 are possible. Use a smaller Multiplier.")]
    [InlineData("6, 5", "DepthwiseConv(7)", "CNN101", "{0}", "{0} needs an input of at least 7, but the network's input gives 6x5: (5 - 7 + 2*0) / 1 + 1 = -1. Use a kernel of at most 5, or Padding = 1.")]
    [InlineData("6, 5", "DepthwiseConv(3, Multiplier = 0)", "CNN011", "Multiplier = 0", "{0}: Multiplier has to be at least 1, but is 0")]
    [InlineData("6, 5", "SeparableConv(2, 7)", "CNN101", "{0}", "{0} needs an input of at least 7, but the network's input gives 6x5: (5 - 7 + 2*0) / 1 + 1 = -1. Use a kernel of at most 5, or Padding = 1.")]
    public void Sizes_ThatDoNotFit_GiveTheArithmetic(string input, string layer, string id, string at, string message) => Check(input, layer, id, at, message);

    [Theory]
    [InlineData("DepthwiseConv(3)")]
    [InlineData("SeparableConv(2, 3)")]
    [InlineData("ConvTranspose(2, 3)")]
    public void Convolution_OnFeatures_ReportsCNN103(string layer) => Check(
        "4", layer, "CNN103", "{0}",
        "{0} needs an input of channels x length or channels x height x width, but the network's input gives 4 features. Write the input as [Network(channels, length)] or [Network(channels, height, width)].");

    private static void Check(string input, string layer, string id, string at, string message)
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(" + input + ")]\n[" + layer + "]"));
        Assert.Equal((id, at.Replace("{0}", layer), message.Replace("{0}", layer)), (found.Id, found.At, found.Message));
    }
}
