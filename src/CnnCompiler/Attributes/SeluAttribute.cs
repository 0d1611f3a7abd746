using System;

namespace CnnCompiler;

/// <summary>
/// scale * x where x is positive, elsewhere scale * alpha * (e^x - 1), with scale 1.0507009873554805 and alpha 1.6732632423543772. Any shape.
/// (Klambauer et al. 2017, "Self-Normalizing Neural Networks"; weights start with <see cref="Init.LeCun"/> there.)
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SeluAttribute : LayerAttribute;
