using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CnnCompiler.Diagrams;
using Xunit;

namespace CnnCompiler.Tests.Diagrams;

public sealed class SvgTests
{
    private static readonly Dictionary<string, NetworkSummary> _samples = new()
    {
        ["LeNet5"] = DiagramSamples.LeNet5,
        ["Branched"] = DiagramSamples.Branched,
        ["Deep"] = DiagramSamples.Deep,
        ["Dense"] = DiagramSamples.Dense,
    };

    public static TheoryData<string> Samples => [.. _samples.Keys];

    [Theory, MemberData(nameof(Samples))]
    public void EveryLayer_IsABox_InsideTheImage(string name)
    {
        NetworkSummary summary = _samples[name];
        XElement image = XDocument.Parse(summary.ToSvg()).Root!;
        XElement[] boxes = Boxes(image);
        Assert.Equal(summary.Layers.Count + 2 + summary.Auxiliaries.Count, boxes.Length);
        Assert.Equal(boxes.Length, boxes.Select(box => box.Attribute("id")!.Value).Distinct().Count());
        Assert.All(summary.Layers, layer => Assert.Single(boxes, box => Title(box) == layer.Name + ": " + layer.Layer));
        Assert.All(Rectangles(image), box => Assert.True(
            box.Left >= 0 && box.Top >= 0 && box.Right <= Number(image, "width") && box.Bottom <= Number(image, "height"), $"{box} lies outside"));
    }

    [Theory, MemberData(nameof(Samples))]
    public void Boxes_DoNotOverlap_AndHoldTheirText(string name)
    {
        XElement image = XDocument.Parse(_samples[name].ToSvg()).Root!;
        Rectangle[] boxes = Rectangles(image);
        for (int i = 0; i < boxes.Length; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.False(boxes[i].Overlaps(boxes[j]), $"{boxes[i]} and {boxes[j]}");
        }

        // A monospaced character is 0.6 of the font's size wide.
        Assert.All(Boxes(image), box => Assert.All(
            box.Elements().Where(element => element.Name.LocalName == "text"),
            text => Assert.True(text.Value.Length * Number(text, "font-size") * 0.61 <= Number(box.Elements().Single(element => element.Name.LocalName == "rect"), "width") - 8)));
    }

    [Theory, MemberData(nameof(Samples))]
    public void EveryTensor_IsAnArrow_ThatPassesBesideBoxes(string name)
    {
        NetworkSummary summary = _samples[name];
        XElement image = XDocument.Parse(summary.ToSvg()).Root!;
        Rectangle[] boxes = Rectangles(image);
        XElement[] arrows = [.. image.Elements().Single(element => element.Attribute("marker-end") is not null).Elements()];
        DiagramGraph graph = DiagramGraph.Of(summary);
        Assert.Equal(summary.Layers.Sum(layer => layer.Inputs.Count) + 1 + summary.Auxiliaries.Count, arrows.Length);
        for (int i = 0; i < arrows.Length; i++)
        {
            (double X, double Y)[] points = Points(arrows[i].Attribute("d")!.Value);
            Assert.Equal(boxes[graph.Edges[i].From].BottomCentre, points[0]);
            Assert.Equal(boxes[graph.Edges[i].To].TopCentre, points[^1]);
            for (int p = 1; p < points.Length; p++)
            {
                // A bend stays between two ranks, so that the rectangle around it must be free too.
                var around = new Rectangle(
                    Math.Min(points[p].X, points[p - 1].X), Math.Min(points[p].Y, points[p - 1].Y), Math.Max(points[p].X, points[p - 1].X), Math.Max(points[p].Y, points[p - 1].Y));
                Assert.DoesNotContain(boxes, box => box.Overlaps(around));
            }
        }
    }

    [Fact]
    public void Branches_StandSideBySide()
    {
        Rectangle[] boxes = Rectangles(XDocument.Parse(DiagramSamples.Branched.ToSvg()).Root!);
        Rectangle[] first = [boxes[12], boxes[13], boxes[15], boxes[17]];
        Assert.Single(first.Select(box => box.Top).Distinct());
        Assert.Equal(4, first.Select(box => box.Left).Distinct().Count());
        Assert.Equal(boxes[2].TopCentre.X, boxes[7].TopCentre.X);
    }

    [Fact]
    public void NamesWithAnyCharacter_GiveValidXml()
    {
        var summary = new NetworkSummary("A<b>&\"", new(1), [new("a\u0001\uD800\uFFFE<", "Dense(1, Name = \"]]>\")", [-1], new(1), 2, 1, 1)], 0, 0, 0);
        Assert.Equal("a\uFFFD\uFFFD\uFFFD<: Dense(1, Name = \"]]>\")", Title(Boxes(XDocument.Parse(summary.ToSvg()).Root!)[1]));
    }

    private static XElement[] Boxes(XElement image) => [.. image.Elements().Where(element => element.Name.LocalName == "g" && element.Attribute("id") is not null)];

    private static string Title(XElement box) => box.Elements().Single(element => element.Name.LocalName == "title").Value;

    private static Rectangle[] Rectangles(XElement image) =>
    [
        .. Boxes(image).Select(box => box.Elements().Single(element => element.Name.LocalName == "rect")).Select(rect => new Rectangle(
            Number(rect, "x"), Number(rect, "y"), Number(rect, "x") + Number(rect, "width"), Number(rect, "y") + Number(rect, "height"))),
    ];

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    // The ends of the segments of a path of M, V and C commands.
    private static (double X, double Y)[] Points(string path)
    {
        var points = new List<(double X, double Y)>();
        string[] words = path.Split(' ');
        for (int i = 0; i < words.Length;)
        {
            double first = double.Parse(words[i].AsSpan(1), CultureInfo.InvariantCulture);
            (int used, (double, double) end) = words[i][0] switch
            {
                'V' => (1, (points[^1].X, first)),
                'C' => (6, (Word(words, i + 4), Word(words, i + 5))),
                _ => (2, (first, Word(words, i + 1))),
            };
            points.Add(end);
            i += used;
        }

        return [.. points];
    }

    private static double Word(string[] words, int index) => double.Parse(words[index], CultureInfo.InvariantCulture);

    private sealed record Rectangle(double Left, double Top, double Right, double Bottom)
    {
        public (double X, double Y) TopCentre => (Math.Floor((Left + Right) / 2), Top);

        public (double X, double Y) BottomCentre => (Math.Floor((Left + Right) / 2), Bottom);

        public bool Overlaps(Rectangle other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
