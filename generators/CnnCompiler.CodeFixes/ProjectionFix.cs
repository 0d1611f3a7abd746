using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.CodeFixes;

/// <summary>Gives a residual block whose main path changes the shape a projection: a nested class, and its name as second type argument.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ProjectionFix)), Shared]
public sealed class ProjectionFix : RemedyFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN120"];

    private protected override bool ChangesOneFile => true;

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind == RemedyKinds.Projection;

    internal override string Title(OfferedRemedy remedy) => "Add a projection";

    // A repair comes as its three edits: kind of layer (at the residual attribute), filters, stride.
    internal override IEnumerable<TextChange> Changes(SourceText text, IReadOnlyList<RemedyTarget> targets)
    {
        for (int i = 0; i + 2 < targets.Count; i += 3)
        {
            if (targets[i].Attribute is { Name: { } name } residual && Generic(name) is { } generic
                && residual.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } around
                && Value(targets[i + 1], around) is { } filters && Value(targets[i + 2], around) is { } stride)
            {
                string projection = FreeName(around);
                string options = stride == "1" ? "" : ", Stride = " + stride;
                string layer = targets[i].Edit.Value == "Dense" ? "Dense(" + filters + ", Bias = false)" : "Conv(" + filters + ", 1" + options + ", Bias = false)";
                yield return new TextChange(new TextSpan(generic.TypeArgumentList.Arguments.Last().Span.End, 0), ", " + projection);
                yield return NestedClass(text, around, "[" + layer + ", BatchNorm]", "class " + projection + ";");
            }
        }
    }

    private static GenericNameSyntax? Generic(NameSyntax name) => name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault();

    // The main path's own expression, where the new class sees what it names; or the number.
    private static string? Value(RemedyTarget target, ClassDeclarationSyntax around)
    {
        if (target.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument && argument.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } main
            && main.Parent == around && main.Members.Count == 0)
        {
            return argument.Expression.ToString();
        }

        return target.Edit.Value.Length > 0 ? target.Edit.Value : null;
    }

    private static string FreeName(ClassDeclarationSyntax around)
    {
        var taken = new HashSet<string>(around.Members.OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText)) { around.Identifier.ValueText };
        return Enumerable.Range(1, int.MaxValue).Select(count => count == 1 ? "Projection" : "Projection" + count).First(name => !taken.Contains(name));
    }

    private static TextChange NestedClass(SourceText text, ClassDeclarationSyntax around, string attributes, string declaration)
    {
        string newLine = text.ToString().Contains("\r\n") ? "\r\n" : "\n";
        string outer = Indentation(text, around.Keyword.SpanStart);
        string inner = around.Members.Count > 0 ? Indentation(text, around.Members.Last().SpanStart) : outer + (outer.Contains("\t") ? "\t" : "    ");
        string member = inner + attributes + newLine + inner + declaration + newLine;
        if (around.SemicolonToken.Span.Length > 0 && around.OpenBraceToken.Span.Length == 0)
        {
            return new TextChange(around.SemicolonToken.Span, newLine + outer + "{" + newLine + member + outer + "}");
        }

        TextLine closing = text.Lines.GetLineFromPosition(around.CloseBraceToken.SpanStart);
        bool alone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(closing.Start, around.CloseBraceToken.SpanStart)));
        return alone
            ? new TextChange(new TextSpan(closing.Start, 0), (around.Members.Count > 0 ? newLine : "") + member)
            : new TextChange(new TextSpan(around.CloseBraceToken.SpanStart, 0), newLine + member + outer);
    }

    private static string Indentation(SourceText text, int position)
    {
        string line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
