using System;

namespace CnnCompiler;

/// <summary>e^x[c] / sum of e^x[c'] over the channels at each position. Any shape.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxAttribute : LayerAttribute;
