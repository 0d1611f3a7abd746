using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace CnnCompiler.Tests.Diagrams;

public sealed class MermaidTests
{
    [Fact]
    public void LeNet5_IsAChain() => Assert.Equal(
        """
        flowchart TD
            n0(["input"]):::boxEnd
            n1["Conv(6, 5, Padding = 2)<br/>conv1"]:::boxWeighted
            n2["Relu<br/>relu1"]:::boxPlain
            n3["MaxPool(2)<br/>maxpool1"]:::boxPlain
            n4["Conv(16, 5)<br/>conv2"]:::boxWeighted
            n5["Relu<br/>relu2"]:::boxPlain
            n6["MaxPool(2)<br/>maxpool2"]:::boxPlain
            n7["Dense(120)<br/>dense1"]:::boxWeighted
            n8["Relu<br/>relu3"]:::boxPlain
            n9["Dense(84)<br/>dense2"]:::boxWeighted
            n10["Relu<br/>relu4"]:::boxPlain
            n11["Dense(10)<br/>dense3"]:::boxWeighted
            out1(["output"]):::boxEnd
            n0 -->|"1x28x28"| n1
            n1 -->|"6x28x28"| n2
            n2 -->|"6x28x28"| n3
            n3 -->|"6x14x14"| n4
            n4 -->|"16x10x10"| n5
            n5 -->|"16x10x10"| n6
            n6 -->|"16x5x5"| n7
            n7 -->|"120"| n8
            n8 -->|"120"| n9
            n9 -->|"84"| n10
            n10 -->|"84"| n11
            n11 -->|"10"| out1
            classDef boxEnd fill:#e5e7eb,stroke:#6b7280,color:#1f2937
            classDef boxEndAside fill:#e5e7eb,stroke:#6b7280,color:#1f2937,stroke-dasharray:4 3
            classDef boxWeighted fill:#dbeafe,stroke:#3b82f6,color:#1f2937
            classDef boxWeightedAside fill:#dbeafe,stroke:#3b82f6,color:#1f2937,stroke-dasharray:4 3
            classDef boxJoin fill:#fef3c7,stroke:#d97706,color:#1f2937
            classDef boxJoinAside fill:#fef3c7,stroke:#d97706,color:#1f2937,stroke-dasharray:4 3
            classDef boxPlain fill:#ffffff,stroke:#9ca3af,color:#1f2937
            classDef boxPlainAside fill:#ffffff,stroke:#9ca3af,color:#1f2937,stroke-dasharray:4 3

        """.ReplaceLineEndings("\n"),
        DiagramSamples.LeNet5.ToMermaid());

    [Fact]
    public void Branches_Shortcuts_AndSideClassifiers_AreArrows()
    {
        string[] lines = DiagramSamples.Branched.ToMermaid().Split('\n');
        string[] arrows = [.. lines.Where(line => line.Contains(">|", System.StringComparison.Ordinal)).Select(line => line.Trim())];
        Assert.Equal(
            [
                "n0 -->|\"3x8x8\"| n1", "n1 -->|\"4x8x8\"| n2", "n2 -->|\"4x8x8\"| n3", "n3 -->|\"4x8x8\"| n4", "n1 -->|\"4x8x8\"| n4", "n4 -->|\"4x8x8\"| n5",
                "n5 -->|\"8x8x8\"| n6", "n6 -->|\"8x8x8\"| n7", "n4 -->|\"4x8x8\"| n8", "n7 -->|\"8x8x8\"| n9", "n8 -->|\"8x8x8\"| n9",
                "n9 -.->|\"8x8x8\"| n10", "n10 -.->|\"8\"| n11", "n9 -->|\"8x8x8\"| n12", "n9 -->|\"8x8x8\"| n13", "n13 -->|\"2x8x8\"| n14",
                "n9 -->|\"8x8x8\"| n15", "n15 -->|\"2x8x8\"| n16", "n9 -->|\"8x8x8\"| n17", "n12 -->|\"4x8x8\"| n18", "n14 -->|\"4x8x8\"| n18",
                "n16 -->|\"4x8x8\"| n18", "n17 -->|\"8x8x8\"| n18", "n18 -->|\"20x8x8\"| n19", "n1 -->|\"4x8x8\"| n19", "n19 -->|\"24x8x8\"| n20",
                "n20 -->|\"24\"| n21", "n21 -->|\"5\"| out1", "n11 -.->|\"5\"| out2",
            ],
            arrows);
        Assert.Contains("    n4[\"Residual#60;Main, Projection#62;<br/>block1.residual1\"]:::boxJoin", lines);
        Assert.Contains("    n11[\"Dense(5)<br/>head.dense1\"]:::boxWeightedAside", lines);
        Assert.Contains("    out2([\"auxiliary output, weight 0.3\"]):::boxEndAside", lines);
    }

    // A label ends at a quotation mark; what means something to Mermaid or HTML is an entity.
    [Fact]
    public void Labels_AreEscaped()
    {
        string[] lines = DiagramSamples.Branched.ToMermaid().Split('\n');
        Assert.Contains("    n16[\"Conv(4, 5, Padding = 2, Name = #34;#92;#34;a#92;#34; #38; #60;b#62;#34;)<br/>five.conv2\"]:::boxWeighted", lines);
        Assert.All(lines.Skip(1).Where(line => line.Contains(":::", System.StringComparison.Ordinal)), line => Assert.Matches(new Regex("^    (n|out)[0-9]+\\(?\\[\"[^\"]*\"\\]\\)?:::box[A-Za-z]+$"), line));
    }
}
