using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.CodeFixes;

/// <summary>A code fix that sets arguments of attributes: it replaces the value where an argument is written, and appends it where it is not.</summary>
public abstract class ArgumentFix : RemedyFix
{
    internal sealed override IEnumerable<TextChange> Changes(SourceText text, IReadOnlyList<RemedyTarget> targets)
    {
        foreach (IGrouping<AttributeSyntax?, RemedyTarget> group in targets.GroupBy(target => target.Attribute))
        {
            if (group.Key is not { } attribute)
            {
                continue;
            }

            // Two diagnostics can ask for the same argument; the first one is taken.
            var appended = new List<string>();
            var done = new HashSet<string>();
            foreach (RemedyTarget target in group)
            {
                string name = Name(attribute, target.Edit.Argument);
                if (!done.Add(name))
                {
                    continue;
                }

                if (Find(attribute, name) is { } written)
                {
                    yield return new TextChange(written.Expression.Span, target.Edit.Value);
                }
                else
                {
                    appended.Add(name.Split('@')[0] + (name.Contains('@') ? ": " : " = ") + target.Edit.Value);
                }
            }

            if (appended.Count > 0)
            {
                yield return Append(attribute, string.Join(", ", appended));
            }
        }
    }

    private static TextChange Append(AttributeSyntax attribute, string arguments)
    {
        if (attribute.ArgumentList is not { } list)
        {
            return new TextChange(new TextSpan(attribute.Name.Span.End, 0), "(" + arguments + ")");
        }

        return list.Arguments.Count == 0
            ? new TextChange(new TextSpan(list.OpenParenToken.Span.End, 0), arguments)
            : new TextChange(new TextSpan(list.Arguments[list.Arguments.Count - 1].Span.End, 0), ", " + arguments);
    }

    // Of several names the first one that is written, or else the last.
    internal static string Name(AttributeSyntax attribute, string argument)
    {
        string[] names = argument.Split('|');
        return names.FirstOrDefault(name => Find(attribute, name) is not null) ?? names[names.Length - 1];
    }

    private static AttributeArgumentSyntax? Find(AttributeSyntax attribute, string argument)
    {
        AttributeArgumentSyntax[] all = [.. attribute.ArgumentList?.Arguments ?? default];
        string[] parts = argument.Split('@');
        AttributeArgumentSyntax? named = all.FirstOrDefault(written =>
            written.NameEquals?.Name.Identifier.ValueText == parts[0] || written.NameColon?.Name.Identifier.ValueText == parts[0]);
        return named is not null || parts.Length == 1 ? named : all
            .Where(written => written.NameEquals is null && written.NameColon is null).ElementAtOrDefault(int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
