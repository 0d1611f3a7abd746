using System.Collections.Immutable;
using System.Composition;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnCompiler.CodeFixes;

/// <summary>Pads an input, so that a window fits or a layer keeps the size.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PaddingFix)), Shared]
public sealed class PaddingFix : ArgumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN101", "CNN105", "CNN120", "CNN121"];

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind is RemedyKinds.FitKernel or RemedyKinds.KeepSize or RemedyKinds.MostPadding;

    internal override string Title(OfferedRemedy remedy) => (remedy.Kind == RemedyKinds.KeepSize ? "Keep the size: write " : "Write ") + remedy.Assignments;
}
