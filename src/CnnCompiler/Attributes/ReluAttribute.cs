using System;

namespace CnnCompiler;

/// <summary>max(x, 0). The derivative at 0 is 0. Any shape. (Nair and Hinton 2010, "Rectified Linear Units Improve Restricted Boltzmann Machines".)</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReluAttribute : LayerAttribute;
