using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnCompiler.CodeFixes;

/// <summary>Makes a network class, or a type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : RemedyFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN001", "CNN004"];

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind == RemedyKinds.Partial;

    internal override string Title(OfferedRemedy remedy) => "Make " + remedy.Value + " partial";

    internal override IEnumerable<TextChange> Changes(SourceText text, IReadOnlyList<RemedyTarget> targets)
    {
        foreach (RemedyTarget target in targets)
        {
            TypeDeclarationSyntax? type = target.Node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(around => around.Identifier.ValueText == target.Edit.Value);
            if (type is not null && !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                // The last modifier, by the language's rule.
                yield return new TextChange(new TextSpan(type.Keyword.SpanStart, 0), "partial ");
            }
        }
    }
}
