using System;
using System.Collections.Generic;

namespace CnnCompiler;

/// <summary>
/// Makes a partial class a compiled network: the layer attributes beside it, in source order, become forward and backward code at build time,
/// and the class derives from <see cref="Network"/>.
/// </summary>
/// <param name="shape">The shape of one sample: features, or channels x length, or channels x height x width.</param>
/// <example>
/// <code>
/// [Network(1, 28, 28)]
/// [Conv(6, 5, Padding = 2), Relu, MaxPool(2)]
/// [Dense(10)]
/// public partial class Small;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class NetworkAttribute(params int[] shape) : Attribute
{
    /// <summary>The shape of one sample.</summary>
    public IReadOnlyList<int> Shape { get; } = shape;

    /// <summary>How far loops are unrolled. Default <see cref="Unroll.Auto"/>.</summary>
    public Unroll Unroll { get; set; }

    /// <summary>How predictions read the weights of dense layers; training and checkpoints do not change. Default <see cref="WeightFormat.Float32"/>.</summary>
    public WeightFormat Weights { get; set; }
}
