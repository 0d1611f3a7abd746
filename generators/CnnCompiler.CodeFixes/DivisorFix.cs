using System.Collections.Immutable;
using System.Composition;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnCompiler.CodeFixes;

/// <summary>Takes a number of groups that divides the channels.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DivisorFix)), Shared]
public sealed class DivisorFix : ArgumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN102", "CNN132"];

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind is RemedyKinds.Divisor or RemedyKinds.OtherDivisor;

    internal override string Title(OfferedRemedy remedy) => "Use " + remedy.Value + (remedy.Id == "CNN102" ? " groups" : " pieces");
}
