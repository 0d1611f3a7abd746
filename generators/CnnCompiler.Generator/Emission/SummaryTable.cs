using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Summaries;

namespace CnnCompiler.Generator.Emission;

/// <summary>
/// The table of layers for the documentation of the class: what its summary prints, as long as a reader can take it in. In a network of more layers
/// each outermost block is one row, and where there are still too many rows those in the middle are left out.
/// </summary>
internal static class SummaryTable
{
    private const int MostRows = 80, FirstRows = 50, LastRows = 20;

    public static IEnumerable<string> Lines(NetworkPlan plan)
    {
        IReadOnlyList<LayerCosts> layers = plan.Layers;
        Expansion.Graph graph = plan.Graph.Graph;
        var input = new SummaryRow("0", "input", "", "", graph.Input.ToString(), 0, 4 * graph.Input.Size, 0, 1);
        long frozen = layers.Where(layer => layer.IsFrozen).Sum(layer => layer.Parameters);
        LayerCosts largest = layers.OrderByDescending(layer => layer.OutputBytes).First();
        var totals = new SummaryTotals(
            plan.ParameterCount - frozen, frozen, plan.Macs, layers.Sum(layer => layer.OutputBytes), largest.OutputBytes, largest.Node.Name,
            plan.PredictBytes, plan.GradientBytes, layers.Any(layer => !layer.IsPredicted));
        return SummaryText.Lines(plan.Name.TrimStart('@'), Bounded(layers).Prepend(input), totals);
    }

    private static IEnumerable<SummaryRow> Bounded(IReadOnlyList<LayerCosts> layers)
    {
        List<SummaryRow> rows = [.. (layers.Count <= MostRows ? Enumerable.Range(0, layers.Count).Select(index => (index, index + 1)) : Blocks(layers)).Select(part => Row(layers, part))];
        if (rows.Count <= MostRows)
        {
            return rows;
        }

        var left = new SummaryRow(
            "..", rows.Count - FirstRows - LastRows + " rows", "", "", "", Between(rows).Sum(row => row.Parameters), Between(rows).Sum(row => row.Bytes),
            Between(rows).Sum(row => row.Macs), null);
        return [.. rows.Take(FirstRows), left, .. rows.Skip(rows.Count - LastRows)];
    }

    private static IEnumerable<SummaryRow> Between(List<SummaryRow> rows) => rows.Skip(FirstRows).Take(rows.Count - FirstRows - LastRows);

    // Neighbours with the same first segment in their names.
    private static IEnumerable<(int First, int End)> Blocks(IReadOnlyList<LayerCosts> layers)
    {
        int first = 0;
        for (int end = 1; end <= layers.Count; end++)
        {
            if (end == layers.Count || Block(layers[end]) is not { } block || block != Block(layers[first]))
            {
                yield return (first, end);
                first = end;
            }
        }
    }

    private static string? Block(LayerCosts layer) => layer.Node.Name.IndexOf('.') is > 0 and var dot ? layer.Node.Name.Substring(0, dot) : null;

    private static SummaryRow Row(IReadOnlyList<LayerCosts> layers, (int First, int End) part)
    {
        LayerCosts last = layers[part.End - 1];
        if (part.End == part.First + 1)
        {
            return new SummaryRow(
                SummaryText.Number(part.First, last.IsPredicted), last.Node.Name, last.Text, SummaryText.From(part.First, last.Node.Inputs), last.Output.ToString(),
                last.Parameters, last.OutputBytes, last.Macs, last.Field);
        }

        LayerCosts[] inside = [.. layers.Skip(part.First).Take(part.End - part.First)];
        return new SummaryRow(
            SummaryText.Number(part.First, isPredicted: true) + "-" + SummaryText.Number(part.End - 1, last.IsPredicted), Block(last)!, inside.Length + " layers", "", last.Output.ToString(),
            inside.Sum(layer => layer.Parameters), inside.Sum(layer => layer.OutputBytes), inside.Sum(layer => layer.Macs), last.Field);
    }
}
