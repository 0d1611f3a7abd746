using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Diagnostics;

/// <summary>A repair that a code fix offers: what has to be written where. The analyzer decides it with the mistake, so that the editor computes nothing again.</summary>
/// <param name="Kind">Which repair: one of <see cref="RemedyKinds"/>.</param>
/// <param name="Edits">What changes.</param>
internal sealed record Remedy(string Kind, EquatableArray<RemedyEdit> Edits)
{
    /// <summary>
    /// Whether the repair is right for every use of a block. Inside a used block, one that is computed from the shapes of a single use is not offered.
    /// </summary>
    public bool HoldsForEveryUse { get; init; }

    /// <summary>A repair of the attribute at fault: an argument gets another value, or is added.</summary>
    public static Remedy Set(string kind, string argument, string value) => new(kind, new EquatableArray<RemedyEdit>([new RemedyEdit(null, argument, value)]));
}

/// <summary>A change of one attribute.</summary>
/// <param name="Place">The attribute, or null for the one at fault.</param>
/// <param name="Argument">
/// The argument that is set: a property; several, separated by <c>|</c>, mean the first that is written, or else the last; <c>name@1</c> is the constructor
/// parameter with that name and position. Empty where the repair is no argument.
/// </param>
/// <param name="Value">What is written: C# text.</param>
internal sealed record RemedyEdit(AttributePlace? Place, string Argument, string Value);
