using System.Collections.Immutable;
using System.Composition;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnCompiler.CodeFixes;

/// <summary>Drops a bias that the following BatchNorm subtracts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BiasFix)), Shared]
public sealed class BiasFix : ArgumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN205"];

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind is RemedyKinds.NoBias;

    internal override string Title(OfferedRemedy remedy) => "Write Bias = false";
}
