using System.Collections.Immutable;
using System.Composition;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnCompiler.CodeFixes;

/// <summary>Gives a branch the padding and stride that it needs to stand beside the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BranchFix)), Shared]
public sealed class BranchFix : ArgumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN120", "CNN121"];

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind is RemedyKinds.FitBranch;

    internal override string Title(OfferedRemedy remedy) => "Fit the branch: write " + remedy.Assignments;
}
