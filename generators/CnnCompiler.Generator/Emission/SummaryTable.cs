using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission;

/// <summary>The table of layers as text, for the class's doc comment.</summary>
internal static class SummaryTable
{
    public static IEnumerable<string> Lines(NetworkPlan plan)
    {
        var rows = new List<string[]> { new[] { "#", "layer", "output", "parameters", "MACs", "field" } };
        rows.AddRange(plan.Summary.Select((row, index) => new[]
        {
            (index + 1).ToString(CultureInfo.InvariantCulture), row.Layer, row.Output, Number(row.Parameters), Number(row.Macs), Number(row.Field),
        }));
        rows.Add(["", "total", "", Number(plan.ParameterCount), Number(plan.Macs), ""]);
        int[] widths = Enumerable.Range(0, 6).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => column is 1 or 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
