using System;

namespace CnnCompiler;

/// <summary>
/// The mean of max(x, 0) - x * t + log(1 + e^-|x|) over all elements: the cross-entropy of sigmoid(x) with targets t from 0 to 1. It takes logits.
/// </summary>
/// <remarks>After a final <see cref="SigmoidAttribute"/> the loss takes its input, so that the sigmoid is applied once. Targets have the output's shape.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BinaryCrossEntropyLossAttribute : LossAttribute;
