using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.CodeFixes;

/// <summary>A code fix that removes attributes, with their commas, and lists that become empty, with their lines. Comments stay.</summary>
public abstract class AttributeRemovalFix : RemedyFix
{
    internal sealed override IEnumerable<TextChange> Changes(SourceText text, IReadOnlyList<RemedyTarget> targets)
    {
        var removed = new HashSet<AttributeSyntax>(targets.Select(target => target.Attribute).OfType<AttributeSyntax>());
        return removed.Select(attribute => (AttributeListSyntax)attribute.Parent!).Distinct().SelectMany(list => Remove(text, list, removed));
    }

    private static IEnumerable<TextChange> Remove(SourceText text, AttributeListSyntax list, HashSet<AttributeSyntax> removed)
    {
        if (list.Attributes.All(removed.Contains))
        {
            yield return Delete(Line(text, list.Span));
            yield break;
        }

        int kept = list.Attributes.IndexOf(attribute => !removed.Contains(attribute));
        for (int i = 0; i < list.Attributes.Count; i++)
        {
            if (!removed.Contains(list.Attributes[i]))
            {
                continue;
            }

            // One before the first that stays takes the comma behind it along, all others the comma before them.
            SyntaxToken comma = list.Attributes.GetSeparator(i < kept ? i : i - 1);
            TextSpan attribute = list.Attributes[i].Span;
            foreach (TextSpan span in i < kept ? new[] { attribute, WithSpaceAfter(text, comma.Span) } : new[] { comma.Span, WithSpaceBefore(text, attribute) })
            {
                yield return Delete(span);
            }
        }
    }

    private static TextChange Delete(TextSpan span) => new(span, "");

    private static TextSpan WithSpaceAfter(SourceText text, TextSpan span)
    {
        int end = span.End;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return TextSpan.FromBounds(span.Start, end);
    }

    // The line break goes too, unless it ends a comment.
    private static TextSpan WithSpaceBefore(SourceText text, TextSpan span)
    {
        int start = span.Start;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        TextLine line = text.Lines.GetLineFromPosition(start);
        bool behindComment = text.Lines.IndexOf(span.Start) != line.LineNumber && text.ToString(TextSpan.FromBounds(line.Start, start)).Contains("//");
        return TextSpan.FromBounds(behindComment ? line.EndIncludingLineBreak : start, span.End);
    }

    // The whole line where nothing else is on it.
    private static TextSpan Line(SourceText text, TextSpan list)
    {
        TextLine first = text.Lines.GetLineFromPosition(list.Start), last = text.Lines.GetLineFromPosition(list.End);
        bool alone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, list.Start)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(list.End, last.End)));
        return alone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : WithSpaceAfter(text, list);
    }
}
