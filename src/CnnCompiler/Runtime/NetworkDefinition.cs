using System.Collections.Generic;
using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>How a parameter gets its first values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum InitializerKind
{
    /// <summary>Every element is <see cref="Initializer.Scale"/>.</summary>
    Constant,

    /// <summary>Uniform in -Scale .. Scale.</summary>
    Uniform,

    /// <summary>Normal with mean 0 and deviation Scale.</summary>
    Normal,

    /// <summary>Rows (the first dimension against the rest) orthonormal, times Scale.</summary>
    Orthogonal,

    /// <summary>Output o copies input o, counted in each group: 1 * Scale at the kernel's centre, 0 elsewhere (PyTorch's <c>dirac_</c>).</summary>
    Identity,

    /// <summary>The Euclidean norm of each row (the first dimension against the rest) of the parameter before: the gain of a normalised weight.</summary>
    RowNorms,
}

/// <summary>The first values of a parameter; bounds and deviations are computed when the network is compiled.</summary>
/// <param name="Kind">The distribution.</param>
/// <param name="Scale">Bound, deviation, gain or value.</param>
/// <param name="Groups">Groups of a convolution, for <see cref="InitializerKind.Identity"/> only. Default 1.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Initializer(InitializerKind Kind, double Scale, int Groups = 1);

/// <summary>A parameter or a running statistic of a compiled network.</summary>
/// <param name="Name">Its checkpoint name.</param>
/// <param name="Shape">PyTorch's shape.</param>
/// <param name="Offset">First float in the arena.</param>
/// <param name="PackedLength">Floats that it takes in the arena, padding included.</param>
/// <param name="Layout">From canonical to packed order.</param>
/// <param name="Initializer">First values.</param>
/// <param name="Trainable">False for frozen parameters and for running statistics: they have no gradient.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterDefinition(
    string Name, int[] Shape, long Offset, long PackedLength, PackedLayout Layout, Initializer Initializer, bool Trainable)
{
    /// <summary>
    /// Whether each row is a filter over all channels of a window: the matrix of a dense layer, outputs x C*H*W, and the weight of a convolution,
    /// filters x C x H x W, are the same numbers in the same order.
    /// </summary>
    public bool IsFilters { get; init; }
}

/// <summary>What <see cref="Network.Gradient(System.ReadOnlySpan{float}, System.ReadOnlySpan{int}, System.Span{float})"/> takes beside the input.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TargetKind
{
    /// <summary>A class label per sample and position.</summary>
    Labels,

    /// <summary>A value per output.</summary>
    Values,
}

/// <summary>Everything the runtime has to know of a compiled network. Generated code holds one instance per class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkDefinition
{
    /// <summary>The class name.</summary>
    public required string Name { get; init; }

    /// <summary>Features, or channels x length, or channels x height x width.</summary>
    public required int[] InputShape { get; init; }

    /// <summary>The shape of one output.</summary>
    public required int[] OutputShape { get; init; }

    /// <summary>Labels or values.</summary>
    public required TargetKind Targets { get; init; }

    /// <summary>Parameters; trainable ones come first in the arena.</summary>
    public required ParameterDefinition[] Parameters { get; init; }

    /// <summary>Running statistics.</summary>
    public required ParameterDefinition[] Buffers { get; init; }

    /// <summary>The instruction sets that kernels were generated for, ascending, at least one: <see cref="Network.Isa"/> is one of them.</summary>
    public required Isa[] Isas { get; init; }

    /// <summary>Floats of the parameter arena.</summary>
    public required long ParameterFloats { get; init; }

    /// <summary>Leading floats of the parameter arena that training changes, and floats of the gradient arena.</summary>
    public required long TrainableFloats { get; init; }

    /// <summary>Floats of the running statistics.</summary>
    public required long BufferFloats { get; init; }

    /// <summary>Floats that prediction derives from parameters and running statistics, once after they changed. Default 0.</summary>
    public long PreparedFloats { get; init; }

    /// <summary>Largest number of samples that prediction takes through the layers at a time; a longer batch is cut.</summary>
    public required int PredictChunk { get; init; }

    /// <summary>Floats per sample that prediction holds.</summary>
    public required long PredictValueFloats { get; init; }

    /// <summary>Floats that prediction holds besides, whatever the batch.</summary>
    public required long PredictScratchFloats { get; init; }

    /// <summary>Floats of working memory that each thread of a prediction has for itself. Default 0.</summary>
    public long PredictWorkspaceFloats { get; init; }

    /// <summary>Floats that a gradient derives from parameters before its first part. Default 0.</summary>
    public long GradientPreparedFloats { get; init; }

    /// <summary>
    /// Most samples that a gradient takes through all layers, forward and backward, at a time: a longer batch is cut into parts, whose gradients are added.
    /// At least 2, or 0, the default, where the whole batch goes through one layer after the other.
    /// </summary>
    public int GradientChunk { get; init; }

    /// <summary>Floats per sample that a gradient holds.</summary>
    public required long GradientValueFloats { get; init; }

    /// <summary>Floats that a gradient holds besides, whatever the batch.</summary>
    public required long GradientScratchFloats { get; init; }

    /// <summary>Floats of working memory that each thread of a gradient has for itself. Default 0.</summary>
    public long GradientWorkspaceFloats { get; init; }

    /// <summary>The table of layers.</summary>
    public required NetworkSummary Summary { get; init; }
}
