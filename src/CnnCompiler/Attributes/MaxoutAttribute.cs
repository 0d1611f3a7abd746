using System;

namespace CnnCompiler;

/// <summary>The maximum over groups of consecutive channels, or features: C to C / pieces. (Goodfellow et al. 2013, "Maxout Networks".)</summary>
/// <param name="pieces">Channels of a group; it divides the channels.</param>
/// <remarks>Where values are equal, the gradient goes to the first one.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxoutAttribute(int pieces) : LayerAttribute
{
    /// <summary>Channels of a group.</summary>
    public int Pieces { get; } = pieces;
}
