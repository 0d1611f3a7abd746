using System;

namespace CnnCompiler;

/// <summary>x^2. Any shape.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SquareAttribute : LayerAttribute;
