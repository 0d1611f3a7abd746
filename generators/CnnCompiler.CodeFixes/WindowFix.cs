using System.Collections.Immutable;
using System.Composition;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnCompiler.CodeFixes;

/// <summary>Lets windows cover their input to its end, by padding, stride or a last window that hangs over.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WindowFix)), Shared]
public sealed class WindowFix : ArgumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN203", "CNN208"];

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind is RemedyKinds.EvenPadding or RemedyKinds.EvenStride or RemedyKinds.CeilMode;

    internal override string Title(OfferedRemedy remedy) => "Write " + remedy.Assignments;
}
