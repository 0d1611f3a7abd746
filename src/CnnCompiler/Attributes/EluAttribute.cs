using System;

namespace CnnCompiler;

/// <summary>x where it is positive, elsewhere alpha * (e^x - 1). Any shape. (Clevert et al. 2015, "Fast and Accurate Deep Network Learning by Exponential Linear Units".)</summary>
/// <param name="alpha">The negative of the limit at minus infinity. Default 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EluAttribute(double alpha = 1) : LayerAttribute
{
    /// <summary>The negative of the limit at minus infinity.</summary>
    public double Alpha { get; } = alpha;
}
