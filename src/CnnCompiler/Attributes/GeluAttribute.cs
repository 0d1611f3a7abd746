using System;

namespace CnnCompiler;

/// <summary>x * (1 + erf(x / sqrt(2))) / 2, the exact form. Any shape. (Hendrycks, Gimpel 2016, "Gaussian Error Linear Units".)</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GeluAttribute : LayerAttribute;
