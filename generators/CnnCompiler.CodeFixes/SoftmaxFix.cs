using System.Collections.Immutable;
using System.Composition;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CnnCompiler.CodeFixes;

/// <summary>Removes a softmax, or its logarithm, that the loss applies anyway.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SoftmaxFix)), Shared]
public sealed class SoftmaxFix : AttributeRemovalFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["CNN206", "CNN207", "CNN209"];

    internal override bool Handles(OfferedRemedy remedy) => remedy.Kind is RemedyKinds.RemoveSoftmax;

    internal override string Title(OfferedRemedy remedy) => remedy.Id == "CNN209" ? "Remove the softmax: Predict gives logits" : "Remove the softmax";
}
