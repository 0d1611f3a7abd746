using System;

namespace CnnCompiler;

/// <summary>Amplitude * tanh(slope * x). Any shape. LeNet-5 of 1998 has amplitude 1.7159 and slope 2 / 3 (LeCun et al., "Efficient BackProp").</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TanhAttribute : LayerAttribute
{
    /// <summary>Factor of the result. Default 1.</summary>
    public double Amplitude { get; set; } = 1;

    /// <summary>Factor of the argument. Default 1.</summary>
    public double Slope { get; set; } = 1;
}
