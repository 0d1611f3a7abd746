using System;

namespace CnnCompiler;

/// <summary>x where it is positive, elsewhere slope * x. Any shape. (Maas et al. 2013, "Rectifier Nonlinearities Improve Neural Network Acoustic Models".)</summary>
/// <param name="slope">Factor of negative values. Default 0.01.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LeakyReluAttribute(double slope = 0.01) : LayerAttribute
{
    /// <summary>Factor of negative values.</summary>
    public double Slope { get; } = slope;
}
