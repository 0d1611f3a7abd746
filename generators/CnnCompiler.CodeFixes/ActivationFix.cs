using System.Collections.Immutable;
using System.Composition;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnCompiler.CodeFixes;

/// <summary>Removes an activation that changes nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActivationFix)), Shared]
public sealed class ActivationFix : AttributeRemovalFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN204"];

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind is RemedyKinds.RemoveActivation;

    internal override string Title(OfferedRemedy remedy) => "Remove the activation";
}
