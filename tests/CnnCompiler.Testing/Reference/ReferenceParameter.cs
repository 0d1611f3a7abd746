using System;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>A parameter or a running statistic of a reference layer, in PyTorch's layout.</summary>
/// <param name="name">The last segment of its checkpoint name: <c>weight</c>.</param>
/// <param name="shape">PyTorch's shape.</param>
/// <param name="isBuffer">A running statistic, which has no gradient.</param>
public sealed class ReferenceParameter(string name, int[] shape, bool isBuffer = false)
{
    /// <summary>The last segment of the checkpoint name.</summary>
    public string Name { get; } = name;

    /// <summary>PyTorch's shape.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>Whether this is a running statistic.</summary>
    public bool IsBuffer { get; } = isBuffer;

    /// <summary>The values.</summary>
    public double[] Value { get; } = new double[shape.Aggregate(1, (a, b) => a * b)];

    /// <summary>The gradient of the last backward pass.</summary>
    public double[] Gradient { get; } = new double[shape.Aggregate(1, (a, b) => a * b)];

    /// <summary>Whether an element is part of the layer; the others are zero. Null: all are.</summary>
    public Func<int, bool>? Connected { get; init; }

    /// <summary>Inputs that each output sums over; scales random weights.</summary>
    public int FanIn => Shape.Length < 2 ? 1 : Shape.Skip(1).Aggregate(1, (a, b) => a * b);
}
