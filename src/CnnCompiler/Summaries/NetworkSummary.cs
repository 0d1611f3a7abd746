using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Diagrams;
using CnnCompiler.Summaries;

namespace CnnCompiler;

/// <summary>The layers of a compiled network, how they are connected, and what they cost. <see cref="ToString"/> prints the table.</summary>
/// <param name="Network">The class name.</param>
/// <param name="Input">The input's shape.</param>
/// <param name="Layers">The layers in the order of computation, those of all blocks and branches.</param>
/// <param name="Output">The layer whose output is the network's: an index into <paramref name="Layers"/>.</param>
/// <param name="PredictBytes">Native memory of an instance that predicts one sample on one thread.</param>
/// <param name="GradientBytes">The same with gradients and what training keeps.</param>
public sealed record NetworkSummary(
    string Network, TensorShape Input, IReadOnlyList<LayerSummary> Layers, int Output, long PredictBytes, long GradientBytes)
{
    /// <summary>Classifiers on the side, in order.</summary>
    public IReadOnlyList<AuxiliarySummary> Auxiliaries { get; init; } = [];

    /// <summary>The parameters of all layers.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>The parameters that training changes.</summary>
    public long TrainableParameters => Layers.Where(layer => !layer.IsFrozen).Sum(layer => layer.Parameters);

    /// <summary>The parameters that training leaves as they are.</summary>
    public long FrozenParameters => Parameters - TrainableParameters;

    /// <summary>The multiply-accumulates of the prediction of one sample.</summary>
    public long Macs => Layers.Where(layer => layer.IsPredicted).Sum(layer => layer.Macs);

    /// <summary>Bytes of the outputs of all layers for one sample. What an instance holds is less in prediction, where memory is used again.</summary>
    public long OutputBytes => Layers.Sum(layer => layer.OutputBytes);

    /// <summary>Bytes of the largest output of a layer for one sample.</summary>
    public long LargestOutputBytes => Layers.Select(layer => layer.OutputBytes).DefaultIfEmpty().Max();

    /// <summary>
    /// The table as text: of each layer its number, name, attribute, the rows that it reads where that is not just the one before, shape of the output,
    /// parameters, bytes of the output for one sample, multiply-accumulates, receptive field; below it the totals. Lines end with <c>\n</c>, except the last.
    /// </summary>
    public override string ToString()
    {
        SummaryRow input = new("0", "input", "", "", Input.ToString(), 0, sizeof(float) * Input.ElementCount, 0, 1);
        IEnumerable<SummaryRow> rows = Layers.Select((layer, index) => new SummaryRow(
            SummaryText.Number(index, layer.IsPredicted), layer.Name, layer.Layer, SummaryText.From(index, layer.Inputs), layer.Output.ToString(),
            layer.Parameters, layer.OutputBytes, layer.Macs, layer.ReceptiveField));
        string largest = Layers.MaxBy(layer => layer.OutputBytes)?.Name ?? "none";
        var totals = new SummaryTotals(
            TrainableParameters, FrozenParameters, Macs, OutputBytes, LargestOutputBytes, largest, PredictBytes, GradientBytes, Layers.Any(layer => !layer.IsPredicted));
        return string.Join('\n', SummaryText.Lines(Network, rows.Prepend(input), totals));
    }

    /// <summary>
    /// The network as a Mermaid flowchart, which Markdown viewers draw: a box a layer, numbered as in the table, and an arrow with its shape for each tensor that a
    /// layer reads. What is no part of prediction is dashed.
    /// </summary>
    /// <remarks>Viewers refuse large texts: Mermaid's own limit is 500 arrows. Use <see cref="ToSvg"/> for networks like ResNet-152.</remarks>
    /// <returns>Lines that end with <c>\n</c>.</returns>
    public string ToMermaid() => MermaidWriter.Write(DiagramGraph.Of(this));

    /// <summary>
    /// The network as an SVG image: a box a layer, from top to bottom, branches side by side, long skip connections beside what they skip. What is no part of
    /// prediction is dashed; blue boxes have parameters, yellow ones bring branches together.
    /// </summary>
    /// <returns>The text of an SVG file, in UTF-8 when written.</returns>
    public string ToSvg() => SvgWriter.Write(DiagramGraph.Of(this));
}
