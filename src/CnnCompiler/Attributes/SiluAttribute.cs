using System;

namespace CnnCompiler;

/// <summary>x / (1 + e^-x), also called swish. Any shape. (Elfwing et al. 2017, "Sigmoid-Weighted Linear Units".)</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SiluAttribute : LayerAttribute;
