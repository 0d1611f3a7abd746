using System;

namespace CnnCompiler;

/// <summary>
/// y[u] = sum over i of (x[i] - weight[u, i])^2: the squared distance of the input, flattened in the order channels, rows, columns, to the vector of each
/// unit. Any shape to units features. (LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition": the output layer of LeNet-5.)
/// </summary>
/// <param name="units">Output features, at least 1.</param>
/// <remarks>Parameter: <c>weight</c> units x inputs. With <see cref="LayerAttribute.Frozen"/> the vectors stay as loaded, as in the paper.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RadialBasisAttribute(int units) : LayerAttribute
{
    /// <summary>Output features.</summary>
    public int Units { get; } = units;
}
