using System.Globalization;
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

    public DiagnosticInfo(DiagnosticDescriptor descriptor, int attribute, string? argument, object[] arguments)
        : this(descriptor, attribute, argument, new EquatableArray<string>(System.Array.ConvertAll(arguments, a => System.Convert.ToString(a, CultureInfo.InvariantCulture)!)))
    {
    }

    /// <summary><see cref="Attribute"/> of the loss attribute with this index among those of the class.</summary>
    public static int OnLoss(int index) => -2 - index;

    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The message as the compiler prints it, without location.</summary>
    public string Text => Descriptor.Id + ": " + string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), System.Linq.Enumerable.ToArray<object>(Arguments));
}
