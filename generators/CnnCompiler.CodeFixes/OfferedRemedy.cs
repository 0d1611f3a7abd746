using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCompiler.CodeFixes;

/// <summary>A repair as a diagnostic carries it.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Kind">Which repair.</param>
/// <param name="Edits">What changes where.</param>
internal sealed record OfferedRemedy(string Id, string Kind, IReadOnlyList<(Location Location, RemedyEdit Edit)> Edits)
{
    /// <summary>The assignments as they are written: <c>Stride = 2, Padding = 1</c>.</summary>
    public string Assignments => string.Join(", ", Edits.Select(edit => Name(edit.Location, edit.Edit) + " = " + edit.Edit.Value).Distinct());

    /// <summary>The value of the first edit.</summary>
    public string Value => Edits[0].Edit.Value;

    public static IEnumerable<OfferedRemedy> Of(Diagnostic diagnostic) =>
        RemedyProperties.Read(diagnostic).Select(remedy => new OfferedRemedy(diagnostic.Id, remedy.Kind, remedy.Edits));

    private static string Name(Location location, RemedyEdit edit) =>
        location.SourceTree?.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? ArgumentFix.Name(attribute, edit.Argument).Split('@')[0] : "";
}

/// <summary>A place in a file that a repair changes.</summary>
/// <param name="Node">What the diagnostic points at: an attribute or something in it.</param>
/// <param name="Edit">What changes.</param>
internal sealed record RemedyTarget(SyntaxNode Node, RemedyEdit Edit)
{
    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();
}
