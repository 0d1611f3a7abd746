using System;

namespace CnnCompiler;

/// <summary>
/// Sets whole channels of a sample to 0 with a probability while training, and divides the others by 1 - rate; changes nothing when predicting.
/// Any shape; for features it is <see cref="DropoutAttribute"/>. (Tompson et al. 2014, "Efficient Object Localization Using Convolutional Networks".)
/// </summary>
/// <param name="rate">The probability, at least 0 and less than 1. Default 0.5.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SpatialDropoutAttribute(double rate = 0.5) : LayerAttribute
{
    /// <summary>The probability.</summary>
    public double Rate { get; } = rate;
}
