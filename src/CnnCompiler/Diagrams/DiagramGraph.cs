using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CnnCompiler.Diagrams;

/// <summary>What a box of a diagram stands for, which its colour shows.</summary>
internal enum BoxKind
{
    /// <summary>The network's input or an output.</summary>
    End,

    /// <summary>A layer with parameters.</summary>
    Weighted,

    /// <summary>A layer that brings branches together.</summary>
    Join,

    /// <summary>Any other layer.</summary>
    Plain,
}

/// <summary>A box of a diagram.</summary>
/// <param name="Id">Its identifier: the letter n and its number in the table of layers, or out with a number.</param>
/// <param name="Title">The layer as its attribute is written.</param>
/// <param name="Name">Its checkpoint name; empty for inputs and outputs.</param>
/// <param name="Shape">The shape of its output.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="IsPredicted">Whether prediction computes it.</param>
internal sealed record DiagramBox(string Id, string Title, string Name, TensorShape Shape, BoxKind Kind, bool IsPredicted);

/// <summary>A tensor on its way from one box to another.</summary>
/// <param name="From">Index of the box that computes it.</param>
/// <param name="To">Index of a box that reads it, always the larger one.</param>
internal readonly record struct DiagramEdge(int From, int To);

/// <summary>A network as boxes and arrows: its input, its layers in order, its output, its classifiers on the side.</summary>
/// <param name="Network">The class name.</param>
/// <param name="Boxes">In the order of computation.</param>
/// <param name="Edges">In the order of the boxes that read.</param>
internal sealed record DiagramGraph(string Network, IReadOnlyList<DiagramBox> Boxes, IReadOnlyList<DiagramEdge> Edges)
{
    public static DiagramGraph Of(NetworkSummary summary)
    {
        List<DiagramBox> boxes = [new("n0", "input", "", summary.Input, BoxKind.End, true)];
        List<DiagramEdge> edges = [];
        foreach (LayerSummary layer in summary.Layers)
        {
            BoxKind kind = layer.Inputs.Count > 1 ? BoxKind.Join : layer.Parameters > 0 ? BoxKind.Weighted : BoxKind.Plain;
            edges.AddRange(layer.Inputs.Select(input => new DiagramEdge(input + 1, boxes.Count)));
            boxes.Add(new DiagramBox("n" + Digits(boxes.Count), layer.Layer, layer.Name, layer.Output, kind, layer.IsPredicted));
        }

        AddOutput(summary.Output, "output", isPredicted: true);
        foreach (AuxiliarySummary auxiliary in summary.Auxiliaries)
            AddOutput(auxiliary.Layer, "auxiliary output, weight " + auxiliary.Weight.ToString(CultureInfo.InvariantCulture), isPredicted: false);
        return new DiagramGraph(summary.Network, boxes, edges);

        void AddOutput(int layer, string title, bool isPredicted)
        {
            string id = "out" + Digits(boxes.Count - summary.Layers.Count);
            edges.Add(new DiagramEdge(layer + 1, boxes.Count));
            boxes.Add(new DiagramBox(id, title, "", boxes[layer + 1].Shape, BoxKind.End, isPredicted));
        }
    }

    /// <summary>Whether an arrow leads to what prediction leaves out.</summary>
    public bool IsDashed(DiagramEdge edge) => !Boxes[edge.To].IsPredicted;

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
