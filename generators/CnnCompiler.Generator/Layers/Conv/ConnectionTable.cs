using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

/// <summary>Which input channels each filter sees (LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition", table I).</summary>
/// <param name="Rows">For each filter its channels, from 0.</param>
internal sealed record ConnectionTable(EquatableArray<EquatableArray<int>> Rows)
{
    private const string Option = "Connections";

    private static readonly char[] _blanks = [' ', '\t', '\r', '\n'];

    /// <summary>Connected pairs of channel and filter.</summary>
    public long Count => Rows.Sum(row => (long)row.Count);

    /// <summary>The table of the attribute; null without one, or after reporting what is wrong with it.</summary>
    public static ConnectionTable? Parse(AttributeReader reader, int filters)
    {
        if (reader.String(Option) is not { } text)
        {
            return null;
        }

        string[] lines = text.Split(';');
        var rows = new List<EquatableArray<int>>();
        foreach (string line in lines)
        {
            var row = new List<int>();
            string name = string.Format(CultureInfo.InvariantCulture, "row {0} of {1}", rows.Count + 1, Option);
            foreach (string word in line.Split(_blanks, StringSplitOptions.RemoveEmptyEntries))
            {
                if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int channel))
                {
                    return Report(reader, name + " holds \"" + word + "\", expected the number of a channel", "Write rows of channels, from 0, like \"0 1; 1 2\"");
                }

                if (row.Contains(channel))
                {
                    return Report(reader, name + " names channel " + word + " twice", "Write it once");
                }

                row.Add(channel);
            }

            if (row.Count == 0)
            {
                return Report(reader, name + " is empty", "Write the channels that the filter sees, or remove a semicolon");
            }

            rows.Add(new EquatableArray<int>(row));
        }

        return rows.Count == filters ? new ConnectionTable(new EquatableArray<EquatableArray<int>>(rows)) : Report(
            reader, string.Format(CultureInfo.InvariantCulture, "{0} has {1} rows, expected one for each of the {2} filters", Option, rows.Count, filters),
            "Write a row for each filter, separated by semicolons");
    }

    /// <summary>Reports channels that the input does not have.</summary>
    public bool Check(ShapeContext context, string text)
    {
        int channels = context.Input.Channels;
        for (int row = 0; row < Rows.Count; row++)
        {
            if (Rows[row].Any(channel => channel >= channels))
            {
                context.Report(
                    DiagnosticDescriptors.ConnectionOutOfRange, Option, text, row + 1, Rows[row].First(channel => channel >= channels), context.Source,
                    channels, context.Input, channels - 1);
                return false;
            }
        }

        return true;
    }

    /// <summary>1 or 0 for each pair of filter and channel, row-major.</summary>
    public EquatableArray<byte> Mask(int channels)
    {
        var mask = new byte[Rows.Count * channels];
        for (int row = 0; row < Rows.Count; row++)
        {
            foreach (int channel in Rows[row])
            {
                mask[(row * channels) + channel] = 1;
            }
        }

        return new EquatableArray<byte>(mask);
    }

    private static ConnectionTable? Report(AttributeReader reader, string problem, string remedy)
    {
        reader.Report(DiagnosticDescriptors.InvalidConnections, Option, reader.Text, problem, remedy);
        return null;
    }
}
