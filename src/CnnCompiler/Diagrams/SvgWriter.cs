using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CnnCompiler.Diagrams;

/// <summary>A diagram as an SVG image: boxes in ranks from top to bottom, arrows between them.</summary>
internal sealed class SvgWriter
{
    private const int Margin = 20, BoxHeight = 42, RankGap = 34, ColumnGap = 28, LaneWidth = 12, Padding = 12, LongestText = 48;

    // Advance of a character of a monospaced font, rounded up: 0.6 of its size.
    private const double TitleAdvance = 12 * 0.61, DetailAdvance = 10 * 0.61;

    private readonly DiagramGraph _graph;
    private readonly LayeredLayout _layout;
    private readonly int[] _centres;
    private readonly int _width;
    private readonly StringBuilder _text = new();

    private SvgWriter(DiagramGraph graph)
    {
        _graph = graph;
        _layout = new LayeredLayout(graph);
        _centres = new int[_layout.Columns];
        int[] widths = [.. Enumerable.Repeat(LaneWidth, _layout.Columns)];
        for (int box = 0; box < graph.Boxes.Count; box++)
        {
            int column = _layout.Box(box).Column;
            widths[column] = Math.Max(widths[column], BoxWidth(graph.Boxes[box]));
        }

        int left = Margin;
        for (int column = 0; column < widths.Length; column++)
        {
            _centres[column] = left + (widths[column] / 2);
            left += widths[column] + ColumnGap;
        }

        _width = left - ColumnGap + Margin;
    }

    public static string Write(DiagramGraph graph)
    {
        var writer = new SvgWriter(graph);
        writer.WriteAll();
        return writer._text.ToString();
    }

    private void WriteAll()
    {
        int height = (2 * Margin) + (_layout.Ranks * (BoxHeight + RankGap)) - RankGap;
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{_width}\" height=\"{height}\" viewBox=\"0 0 {_width} {height}\" font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" text-anchor=\"middle\">");
        Line($"<title>{Escape(_graph.Network)}</title>");
        Line($"<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" fill=\"#4b5563\"/></marker></defs>");
        Line($"<rect width=\"{_width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        Line($"<g fill=\"none\" stroke=\"#4b5563\" marker-end=\"url(#tip)\">");
        for (int edge = 0; edge < _graph.Edges.Count; edge++)
            WriteArrow(edge);
        Line($"</g>");
        for (int box = 0; box < _graph.Boxes.Count; box++)
            WriteBox(box);
        Line($"</svg>");
    }

    private void WriteArrow(int index)
    {
        DiagramEdge edge = _graph.Edges[index];
        (int Rank, int Column) from = _layout.Box(edge.From), to = _layout.Box(edge.To);
        int lane = to.Rank > from.Rank + 1 ? _layout.Lane(index) : to.Column;
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{_centres[from.Column]} {Top(from.Rank) + BoxHeight}");
        Bend(path, _centres[from.Column], _centres[lane], from.Rank);
        if (to.Rank > from.Rank + 1)
        {
            path.Append(CultureInfo.InvariantCulture, $" V{Top(to.Rank) - RankGap}");
            Bend(path, _centres[lane], _centres[to.Column], to.Rank - 1);
        }

        string dashes = _graph.IsDashed(edge) ? " stroke-dasharray=\"4 3\"" : "";
        Line($"<path d=\"{path}\"{dashes}><title>{_graph.Boxes[edge.From].Shape}</title></path>");
    }

    // From one column to another in the gap below a rank.
    private static void Bend(StringBuilder path, int from, int to, int rank)
    {
        int top = Top(rank) + BoxHeight, bottom = top + RankGap;
        if (from == to)
            path.Append(CultureInfo.InvariantCulture, $" V{bottom}");
        else
            path.Append(CultureInfo.InvariantCulture, $" C{from} {top + (RankGap / 2)} {to} {bottom - (RankGap / 2)} {to} {bottom}");
    }

    private void WriteBox(int index)
    {
        DiagramBox box = _graph.Boxes[index];
        (int rank, int column) = _layout.Box(index);
        (string fill, string line) = BoxColours.Of(box.Kind);
        int width = BoxWidth(box), centre = _centres[column], top = Top(rank), radius = box.Kind == BoxKind.End ? BoxHeight / 2 : 4;
        string dashes = box.IsPredicted ? "" : " stroke-dasharray=\"4 3\"";
        Line($"<g id=\"{box.Id}\"><title>{Escape(box.Name.Length == 0 ? box.Title : box.Name + ": " + box.Title)}</title>");
        Line($"<rect x=\"{centre - (width / 2)}\" y=\"{top}\" width=\"{width}\" height=\"{BoxHeight}\" rx=\"{radius}\" fill=\"{fill}\" stroke=\"{line}\"{dashes}/>");
        Line($"<text x=\"{centre}\" y=\"{top + 18}\" font-size=\"12\" fill=\"#111827\">{Escape(Short(box.Title))}</text>");
        Line($"<text x=\"{centre}\" y=\"{top + 33}\" font-size=\"10\" fill=\"#4b5563\">{Escape(Short(Detail(box)))}</text></g>");
    }

    private static int Top(int rank) => Margin + (rank * (BoxHeight + RankGap));

    private static int BoxWidth(DiagramBox box) =>
        (2 * Padding) + (int)Math.Ceiling(Math.Max(Short(box.Title).Length * TitleAdvance, Short(Detail(box)).Length * DetailAdvance));

    private static string Detail(DiagramBox box) => box.Name.Length == 0 ? box.Shape.ToString() : box.Name + "  " + box.Shape;

    // The whole text is in the box's title, which viewers show on hovering.
    private static string Short(string text) => text.Length <= LongestText ? text : text[..(LongestText - 2)] + "..";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            string? entity = rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < ' ' or 0xFFFE or 0xFFFF => "\uFFFD",    // No characters of XML.
                _ => null,
            };
            escaped.Append(entity ?? rune.ToString());
        }

        return escaped.ToString();
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
