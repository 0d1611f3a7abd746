using System;

namespace CnnCompiler;

/// <summary>The mean of (x - t)^2 over all elements of all samples. Targets have the output's shape.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MeanSquaredErrorLossAttribute : LossAttribute;
