using System;

namespace CnnCompiler;

/// <summary>
/// Dropout for <see cref="SeluAttribute"/> networks: while training, sets each value to -1.7581 (the limit of a Selu) with a probability, then scales
/// and shifts all values so that mean 0 and variance 1 stay; changes nothing when predicting. Any shape.
/// (Klambauer et al. 2017, "Self-Normalizing Neural Networks".)
/// </summary>
/// <param name="rate">The probability, at least 0 and less than 1. Default 0.5.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlphaDropoutAttribute(double rate = 0.5) : LayerAttribute
{
    /// <summary>The probability.</summary>
    public double Rate { get; } = rate;
}
