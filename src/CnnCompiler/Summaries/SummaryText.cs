using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CnnCompiler.Summaries;

/// <summary>A row of the table of layers.</summary>
/// <param name="Number">Number of the layer from 1; 0 is the network's input.</param>
/// <param name="Name">Its checkpoint name with the path of its blocks.</param>
/// <param name="Layer">As its attribute is written.</param>
/// <param name="From">Numbers of the rows that it reads, where that is not just the row before.</param>
/// <param name="Output">The shape of its output.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Bytes">Bytes of its output for one sample.</param>
/// <param name="Macs">Multiply-accumulates for one sample.</param>
/// <param name="Field">Its receptive field.</param>
internal sealed record SummaryRow(
    string Number, string Name, string Layer, string From, string Output, long Parameters, long Bytes, long Macs, long? Field);

/// <summary>What stands below the table of layers.</summary>
/// <param name="Trainable">Parameters that training changes.</param>
/// <param name="Frozen">Parameters that it does not.</param>
/// <param name="Macs">Multiply-accumulates of one prediction.</param>
/// <param name="Bytes">Bytes of the outputs of all layers for one sample.</param>
/// <param name="Largest">Bytes of the largest of them.</param>
/// <param name="LargestName">The layer that it belongs to.</param>
/// <param name="PredictBytes">Native memory that predicts one sample.</param>
/// <param name="GradientBytes">Native memory with gradients and what training keeps.</param>
/// <param name="HasUnpredicted">Whether rows are marked, because they are no part of prediction.</param>
internal sealed record SummaryTotals(
    long Trainable, long Frozen, long Macs, long Bytes, long Largest, string LargestName, long PredictBytes, long GradientBytes, bool HasUnpredicted);

/// <summary>
/// The table of layers as text. The generator compiles this file too, so that the documentation of a class shows what its summary prints.
/// </summary>
internal static class SummaryText
{
    private const int Columns = 9;

    private static readonly string[] Titles = ["#", "name", "layer", "from", "output", "parameters", "memory", "MACs", "field"];

    /// <summary>Title, rows, sums and totals as lines without trailing blanks.</summary>
    public static IEnumerable<string> Lines(string title, IEnumerable<SummaryRow> rows, SummaryTotals totals)
    {
        List<string[]> cells = [Titles, .. rows.Select(Cells)];
        cells.Add(["", "total", "", "", "", Digits(totals.Trainable + totals.Frozen), Digits(totals.Bytes), Digits(totals.Macs), ""]);
        int[] widths = [.. Enumerable.Range(0, Columns).Select(column => cells.Max(row => row[column].Length))];
        IEnumerable<string> table = cells.Select(row => string.Join("  ", row.Select((cell, column) => Aligned(cell, column, widths[column]))).TrimEnd());
        return [title, .. table, .. Footer(totals)];
    }

    /// <summary>A whole number with commas between thousands.</summary>
    public static string Digits(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The rows that a layer reads, as the table names them; nothing where it is the row before.</summary>
    /// <param name="index">Its index from 0.</param>
    /// <param name="inputs">The indices that it reads; -1 is the network's input.</param>
    public static string From(int index, IReadOnlyList<int> inputs) => inputs.Count == 1 && inputs[0] == index - 1
        ? ""
        : string.Join(", ", inputs.Select(input => (input + 1).ToString(CultureInfo.InvariantCulture)));

    /// <summary>The number of a row; an asterisk marks what is no part of prediction.</summary>
    public static string Number(int index, bool isPredicted) => (index + 1).ToString(CultureInfo.InvariantCulture) + (isPredicted ? "" : "*");

    private static string[] Cells(SummaryRow row) =>
    [
        row.Number, row.Name, row.Layer, row.From, row.Output, Digits(row.Parameters), Digits(row.Bytes), Digits(row.Macs), row.Field is { } field ? Digits(field) : "",
    ];

    private static string Aligned(string cell, int column, int width) => column is >= 1 and <= 4 ? cell.PadRight(width) : cell.PadLeft(width);

    private static IEnumerable<string> Footer(SummaryTotals totals)
    {
        yield return $"parameters: {Digits(totals.Trainable)} trainable, {Digits(totals.Frozen)} frozen, {Digits(4 * (totals.Trainable + totals.Frozen))} bytes";
        yield return $"memory: bytes of a layer's output for one sample; the largest is {Digits(totals.Largest)} ({totals.LargestName})";
        yield return $"held by an instance at batch 1: {Digits(totals.PredictBytes)} bytes to predict, {Digits(totals.GradientBytes)} with gradients";
        if (totals.HasUnpredicted)
        {
            yield return "*: no part of prediction, nor of the total of MACs";
        }
    }
}
