using System;

namespace CnnCompiler;

/// <summary>log(1 + e^x). Any shape. (Dugas et al. 2001, "Incorporating Second-Order Functional Knowledge".)</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftplusAttribute : LayerAttribute;
