using System;
using System.Collections.Generic;

namespace CnnCompiler;

/// <summary>The same values in the order channels, rows, columns as another shape: features, channels x length, or channels x height x width.</summary>
/// <param name="dims">The new shape of one sample: one to three dimensions with the same product.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReshapeAttribute(params int[] dims) : LayerAttribute
{
    /// <summary>The new shape of one sample.</summary>
    public IReadOnlyList<int> Dims { get; } = dims;
}
