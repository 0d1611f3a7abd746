using System.Collections.Immutable;
using System.Composition;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnCompiler.CodeFixes;

/// <summary>Corrects a misspelt name of a saved tensor or of a sum.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TensorNameFix)), Shared]
public sealed class TensorNameFix : ArgumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN020"];

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind is RemedyKinds.TensorName;

    internal override string Title(OfferedRemedy remedy) => "Write " + remedy.Value;
}
