using System;

namespace CnnCompiler;

/// <summary>The mean over samples and positions of -x[label], x being logarithms of probabilities (after a <see cref="LogSoftmaxAttribute"/>).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class NegativeLogLikelihoodLossAttribute : LossAttribute;
