using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Infrastructure;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Diagnostics;

/// <summary>A diagnostic before it has a location: it names the attribute by its index, so that models stay free of syntax.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Attribute">
/// Index of the layer attribute among those of its class; <see cref="OnNetwork"/> for the network attribute; <see cref="OnLoss"/> for a loss attribute.
/// </param>
/// <param name="Argument">
/// Name of the argument at fault (constructor parameter or property; several in order of preference are separated by <c>|</c>; <c>#1</c> is the second
/// positional one), or null for the whole attribute. An argument that is not written means the whole attribute too.
/// </param>
/// <param name="Arguments">What the message takes, already text.</param>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, int Attribute, string? Argument, EquatableArray<string> Arguments)
{
    /// <summary><see cref="Attribute"/> of what concerns the class.</summary>
    public const int OnNetwork = -1;

    /// <summary>The class that the attribute stands on: an index into the network's paths, 0 for the network itself.</summary>
    public int Path { get; init; }

    /// <summary>
    /// Where the mistake shows inside a used block: the inner attribute, while <see cref="Attribute"/> is the outermost <c>Use</c>;
    /// <see cref="Argument"/> then belongs to the inner one. Null elsewhere.
    /// </summary>
    public AttributePlace? Inner { get; init; }

    /// <summary>What code fixes offer.</summary>
    public EquatableArray<Remedy> Remedies { get; private init; }

    public DiagnosticInfo(DiagnosticDescriptor descriptor, int attribute, string? argument, object[] arguments)
        : this(descriptor, attribute, argument, new EquatableArray<string>(System.Array.ConvertAll(arguments, a => System.Convert.ToString(a, CultureInfo.InvariantCulture)!)))
    {
    }

    /// <summary><see cref="Attribute"/> of the loss attribute with this index among those of the class.</summary>
    public static int OnLoss(int index) => -2 - index;

    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The same with repairs; those that are right for one use only are left out inside a used block.</summary>
    public DiagnosticInfo WithRemedies(IEnumerable<Remedy> remedies) =>
        this with { Remedies = new EquatableArray<Remedy>(remedies.Where(remedy => Inner is null || remedy.HoldsForEveryUse)) };

    /// <summary>A block that is used several times has its mistakes once at each place.</summary>
    public static IEnumerable<DiagnosticInfo> OncePerPlace(IEnumerable<DiagnosticInfo> diagnostics) => diagnostics
        .GroupBy(found => (found.Descriptor, found.Path, found.Attribute, found.Argument, found.Inner))
        .Select(group => group.First());

    /// <summary>The message as the compiler prints it, without location.</summary>
    public string Text => Descriptor.Id + ": " + string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), Arguments.ToArray<object>());
}

/// <summary>An attribute of a path.</summary>
/// <param name="Path">The class: an index into the network's paths.</param>
/// <param name="Attribute">What names the attribute (see <see cref="DiagnosticInfo.Attribute"/>).</param>
internal sealed record AttributePlace(int Path, int Attribute);
