using System;

namespace CnnCompiler;

/// <summary>
/// Sets each value to 0 with a probability while training, and divides the others by 1 - rate; changes nothing when predicting. Any shape.
/// (Srivastava et al. 2014, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting".)
/// </summary>
/// <param name="rate">The probability, at least 0 and less than 1. Default 0.5.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double rate = 0.5) : LayerAttribute
{
    /// <summary>The probability.</summary>
    public double Rate { get; } = rate;
}
