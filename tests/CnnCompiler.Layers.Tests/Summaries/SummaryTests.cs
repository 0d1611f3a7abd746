using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using CnnCompiler.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CnnCompiler.Layers.Tests.Summaries;

/// <summary>The table of layers, at run time and in the documentation of the class.</summary>
public sealed class SummaryTests
{
    private const string LeNet5 = """
        LeNet5
         #  name      layer                    from  output    parameters  memory     MACs  field
         0  input                                    1x28x28            0   3,136        0      1
         1  conv1     Conv(6, 5, Padding = 2)        6x28x28          156  18,816  117,600      5
         2  relu1     Relu                           6x28x28            0  18,816        0      5
         3  maxpool1  MaxPool(2)                     6x14x14            0   4,704        0      6
         4  conv2     Conv(16, 5)                    16x10x10       2,416   6,400  240,000     14
         5  relu2     Relu                           16x10x10           0   6,400        0     14
         6  maxpool2  MaxPool(2)                     16x5x5             0   1,600        0     16
         7  dense1    Dense(120)                     120           48,120     480   48,000     32
         8  relu3     Relu                           120                0     480        0     32
         9  dense2    Dense(84)                      84            10,164     336   10,080     32
        10  relu4     Relu                           84                 0     336        0     32
        11  dense3    Dense(10)                      10               850      40      840     32
            total                                                  61,706  58,408  416,520
        parameters: 61,706 trainable, 0 frozen, 246,824 bytes
        memory: bytes of a layer's output for one sample; the largest is 18,816 (conv1)
        held by an instance at batch 1: PREDICT bytes to predict, GRADIENT with gradients
        """;

    private const string Branched = """
        Branched
          #  name                          layer                                   from    output  parameters  memory    MACs  field
          0  input                                                                         3x8x8            0     768       0      1
          1  conv1                         Conv(4, 3, Padding = 1, Frozen = true)          4x8x8          112   1,024   6,912      3
          2  block1.main.conv1             Conv(4, 3, Padding = 1, Bias = false)           4x8x8          144   1,024   9,216      5
          3  block1.main.batchnorm1        BatchNorm                                       4x8x8            8   1,024       0      5
          4  block1.residual1              Residual<Main, Projection>              3, 1    4x8x8            0   1,024       0      5
          5  block1.relu1                  Relu                                            4x8x8            0   1,024       0      5
          6  block2.main.conv1             Conv(8, 3, Padding = 1, Bias = false)           8x8x8          288   2,048  18,432      7
          7  block2.main.batchnorm1        BatchNorm                                       8x8x8           16   2,048       0      7
          8  block2.projection.conv1       Conv(8, 1, Bias = false)                5       8x8x8           32   2,048   2,048      5
          9  block2.projection.batchnorm1  BatchNorm                                       8x8x8           16   2,048       0      5
         10  block2.residual1              Residual<Main, Projection>              7, 9    8x8x8            0   2,048       0      7
         11  block2.relu1                  Relu                                            8x8x8            0   2,048       0      7
        12*  head.globalavgpool1           GlobalAvgPool                                   8                0      32       0     14
        13*  head.dense1                   Dense(5)                                        5               45      20      40     14
         14  wide.conv1                    Conv(4, 3, Padding = 1)                 11      4x8x8          292   1,024  18,432      9
         15  concat1                       Concat<Identity, Wide>                  11, 14  12x8x8           0   3,072       0      9
         16  narrow.conv1                  Conv(2, 1)                                      2x8x8           26     512   1,536      9
        17*  conv2                         Conv(2, 1)                              15      2x8x8           26     512   1,536      9
         18  globalavgpool1                GlobalAvgPool                           16      2                0       8       0     16
         19  dense1                        Dense(5)                                        5               15      20      10     16
             total                                                                                      1,020  22,608  56,586
        parameters: 908 trainable, 112 frozen, 4,080 bytes
        memory: bytes of a layer's output for one sample; the largest is 3,072 (concat1)
        held by an instance at batch 1: PREDICT bytes to predict, GRADIENT with gradients
        *: no part of prediction, nor of the total of MACs
        """;

    // What an instance holds is the planner's business: the table has to show the constants.
    [Theory]
    [InlineData("LeNet5", LeNet5)]
    [InlineData("Branched", Branched)]
    public void Table_ShowsLayersPathsAndTotals(string name, string expected)
    {
        CompiledNetwork net = SummaryNetworks.Assembly[name];
        string table = expected.Replace("PREDICT", Digits(net.Constant("PredictBytes")), StringComparison.Ordinal)
            .Replace("GRADIENT", Digits(net.Constant("GradientBytes")), StringComparison.Ordinal);
        Assert.Equal(table.ReplaceLineEndings("\n"), net.Summary.ToString());
        Assert.Equal(net.Constant("Macs"), net.Summary.Macs);
        Assert.Equal(net.Constant("ParameterCount"), net.Summary.Parameters);
    }

    [Theory]
    [InlineData("LeNet5")]
    [InlineData("Branched")]
    public void Documentation_OfTheClass_IsTheTable(string name) => Assert.Equal(SummaryNetworks.Assembly[name].Summary.ToString(), Documentation(name));

    [Fact]
    public void Documentation_OfManyLayers_HasARowForEachBlock()
    {
        string[] lines = Documentation("Blocks").Split('\n');
        Assert.Equal(3 + 60 + 1 + 1 + 3, lines.Length);
        Assert.Matches(@"^ +5-8  unit2 +4 layers +2x6x6 +46 +1,152 +1,440 +5$", lines[4]);
        Assert.Equal(TableRow("Blocks", "total"), lines.Single(line => line.Contains("total", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Documentation_OfManyLayersWithoutBlocks_LeavesTheMiddleOut()
    {
        string[] lines = Documentation("class").Split('\n');
        Assert.Equal(3 + 50 + 1 + 20 + 1 + 3, lines.Length);
        Assert.Matches(@"^\.\.  14 rows +157 +240 +127$", lines[53]);
        Assert.Equal(TableRow("class", "total"), lines[74].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // More layers than one generated method creates.
    [Fact]
    public void Layers_HaveTheirPathsAndInputs()
    {
        NetworkSummary summary = SummaryNetworks.Assembly["Blocks"].Summary;
        Assert.Equal(241, summary.Layers.Count);
        Assert.Equal("unit60.conv2", summary.Layers[239].Name);
        Assert.Equal(Enumerable.Range(-1, 241), summary.Layers.Select(layer => Assert.Single(layer.Inputs)));
        NetworkSummary branched = SummaryNetworks.Assembly["Branched"].Summary;
        Assert.Equal([6, 8], branched.Layers.Single(layer => layer.Name == "block2.residual1").Inputs);
        Assert.Equal((18, new AuxiliarySummary(12, 0.5)), (branched.Output, Assert.Single(branched.Auxiliaries)));
        Assert.Equal((908, 112, 3072), (branched.TrainableParameters, branched.FrozenParameters, branched.LargestOutputBytes));
    }

    private static string[] TableRow(string name, string word) => SummaryNetworks.Assembly[name].Summary.ToString().Split('\n')
        .Single(line => Regex.IsMatch(line, @"^ +" + word + " ")).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Digits(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    // The lines between the tags in the file of the class's interface.
    private static string Documentation(string name)
    {
        SyntaxTree tree = SummaryNetworks.Run.GeneratedTrees.Single(file => file.FilePath.EndsWith($"Summarised.{name}.g.cs", StringComparison.Ordinal));
        string text = tree.ToString();
        int start = text.IndexOf("<code>\n", StringComparison.Ordinal) + "<code>\n".Length;
        string[] lines = text[start..text.IndexOf("    /// </code>", StringComparison.Ordinal)].TrimEnd('\n').Split('\n');
        return WebUtility.HtmlDecode(string.Join('\n', lines.Select(line => line[Math.Min(line.Length, "    /// ".Length)..])));
    }
}
