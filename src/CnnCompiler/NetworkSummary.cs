using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CnnCompiler;

/// <summary>One row of a <see cref="NetworkSummary"/>.</summary>
/// <param name="Layer">The layer as its attribute is written, for example <c>Conv(6, 5, Padding = 2)</c>.</param>
/// <param name="Output">The shape of its output, for example <c>6x28x28</c>.</param>
/// <param name="Parameters">Trainable and frozen parameters of the layer.</param>
/// <param name="Macs">Multiply-accumulates of one prediction of one sample.</param>
/// <param name="ReceptiveField">Input positions per axis that one output sees: size of a square field, or the larger side.</param>
public sealed record LayerSummary(string Layer, string Output, long Parameters, long Macs, long ReceptiveField);

/// <summary>The table of layers of a compiled network. <see cref="ToString"/> prints it.</summary>
/// <param name="Network">The class name.</param>
/// <param name="Input">The input's shape.</param>
/// <param name="Layers">The layers in order.</param>
/// <param name="PredictBytes">Native memory of an instance that predicts one sample on one thread.</param>
/// <param name="GradientBytes">The same with gradients and what training keeps.</param>
public sealed record NetworkSummary(
    string Network, string Input, IReadOnlyList<LayerSummary> Layers, long PredictBytes, long GradientBytes)
{
    /// <summary>The parameters of all layers.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>The multiply-accumulates of all layers.</summary>
    public long Macs => Layers.Sum(layer => layer.Macs);

    /// <summary>The table as text: layer, output, parameters, multiply-accumulates, receptive field, and the totals.</summary>
    public override string ToString()
    {
        var rows = new List<string[]> { new[] { "#", "layer", "output", "parameters", "MACs", "field" } };
        rows.Add(["0", "input", Input, "", "", ""]);
        rows.AddRange(Layers.Select((layer, index) => new[]
        {
            (index + 1).ToString(CultureInfo.InvariantCulture), layer.Layer, layer.Output, Digits(layer.Parameters), Digits(layer.Macs),
            layer.ReceptiveField.ToString(CultureInfo.InvariantCulture),
        }));
        rows.Add(["", "total", "", Digits(Parameters), Digits(Macs), ""]);
        int[] widths = Enumerable.Range(0, 6).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        text.Append(Network).Append('\n');
        foreach (string[] row in rows)
        {
            for (int column = 0; column < 6; column++)
            {
                bool left = column is 1 or 2;
                text.Append(column == 0 ? "" : "  ").Append(left ? row[column].PadRight(widths[column]) : row[column].PadLeft(widths[column]));
            }

            text.Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"memory: {Digits(PredictBytes)} bytes to predict, {Digits(GradientBytes)} bytes with gradients (batch 1)\n");
        return text.ToString();
    }

    private static string Digits(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
