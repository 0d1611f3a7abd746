using System;

namespace CnnCompiler;

/// <summary>Every output is a weighted sum of all inputs: any shape, flattened in the order channels, rows, columns, to units features.</summary>
/// <param name="units">Output features, at least 1.</param>
/// <remarks>Parameters: <c>weight</c> units x inputs, <c>bias</c> units.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute(int units) : LayerAttribute
{
    /// <summary>Output features.</summary>
    public int Units { get; } = units;

    /// <summary>A bias per unit. Default <see langword="true"/>.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Trains a direction <c>weight_v</c> and a length <c>weight_g</c> (units x 1) in place of <c>weight</c>: weight[u] = weight_g[u] * weight_v[u] /
    /// |weight_v[u]|. Default <see langword="false"/>. (Salimans and Kingma 2016, "Weight Normalization".)
    /// </summary>
    public bool WeightNorm { get; set; }
}
