using System;

namespace CnnCompiler;

/// <summary>1 / (1 + e^-x). Any shape.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SigmoidAttribute : LayerAttribute;
