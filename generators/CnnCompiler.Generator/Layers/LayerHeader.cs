using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Layers;

/// <summary>How the attribute asks for first values of weights; <see cref="Default"/> is what PyTorch does.</summary>
internal enum InitScheme
{
    Default,
    He,
    Glorot,
    LeCun,
    Uniform,
    Normal,
    Orthogonal,
    Identity,
    Constant,
}

/// <summary>What every layer attribute has.</summary>
/// <param name="Kind">The attribute's name without suffix: <c>Conv</c>.</param>
/// <param name="Text">The layer as messages and tables write it: <c>Conv(6, 5, Padding = 2)</c>.</param>
/// <param name="Index">Index of the attribute among the layer attributes of its class, from 0.</param>
/// <param name="Name">Its checkpoint name where the attribute sets one.</param>
/// <param name="Init">First values of the weights.</param>
/// <param name="InitScale">Deviation, bound or value; null: the scheme's own.</param>
/// <param name="BiasInit">First value of biases; null: PyTorch's, or 0 where <paramref name="Init"/> is set.</param>
/// <param name="Frozen">No parameter of the layer is trained.</param>
internal sealed record LayerHeader(
    string Kind, string Text, int Index, string? Name, InitScheme Init, double? InitScale, double? BiasInit, bool Frozen)
{
    /// <summary>The path that the attribute stands on.</summary>
    public LayerOrigin Origin { get; init; } = LayerOrigin.Network;

    /// <summary>Names of the arguments that depend on a block's parameters.</summary>
    public EquatableArray<string> Varying { get; init; }

    /// <summary>Whether the window is the same in every use of the layer's block.</summary>
    public bool HasFixedWindow => !Varying.Any(name => name is "kernel" or "kernelHeight" or "kernelWidth" or "size" or "Dilation");

    /// <summary>Where the attribute stands.</summary>
    public AttributePlace Place => new(Origin.Path, Index);

    /// <summary>A diagnostic about the attribute, or about one of its arguments.</summary>
    public DiagnosticInfo Report(DiagnosticDescriptor descriptor, string? argument, params object[] arguments) =>
        Origin.Report(descriptor, Index, Text, argument, arguments);
}
