using System.Globalization;
using System.Text;

namespace CnnCompiler.Diagrams;

/// <summary>A diagram as text of Mermaid, the language of diagrams in Markdown.</summary>
internal static class MermaidWriter
{
    public static string Write(DiagramGraph graph)
    {
        var text = new StringBuilder("flowchart TD\n");
        foreach (DiagramBox box in graph.Boxes)
        {
            (string open, string close) = box.Kind == BoxKind.End ? ("([", "])") : ("[", "]");
            string label = Escape(box.Title) + (box.Name.Length == 0 ? "" : "<br/>" + Escape(box.Name));
            text.Append(CultureInfo.InvariantCulture, $"    {box.Id}{open}\"{label}\"{close}:::{Class(box)}\n");
        }

        foreach (DiagramEdge edge in graph.Edges)
        {
            DiagramBox from = graph.Boxes[edge.From];
            string arrow = graph.IsDashed(edge) ? "-.->" : "-->";
            text.Append(CultureInfo.InvariantCulture, $"    {from.Id} {arrow}|\"{from.Shape}\"| {graph.Boxes[edge.To].Id}\n");
        }

        foreach (BoxKind kind in BoxColours.Kinds)
        {
            (string fill, string line) = BoxColours.Of(kind);
            text.Append(CultureInfo.InvariantCulture, $"    classDef {Name(kind)} fill:{fill},stroke:{line},color:#1f2937\n");
            text.Append(CultureInfo.InvariantCulture, $"    classDef {Name(kind)}Aside fill:{fill},stroke:{line},color:#1f2937,stroke-dasharray:4 3\n");
        }

        return text.ToString();
    }

    private static string Class(DiagramBox box) => Name(box.Kind) + (box.IsPredicted ? "" : "Aside");

    // "end" is a word of the language.
    private static string Name(BoxKind kind) => "box" + kind;

    // Mermaid's own entities: # begins one, quotes end a label, angle brackets are markup, backquotes are Markdown.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '#' or '"' or '<' or '>' or '&' or '`' or '\\' || char.IsControl(c))
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)c};");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
