using System;

namespace CnnCompiler;

/// <summary>The sum of each channel over all positions: C x H x W or C x L to C features.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalSumPoolAttribute : LayerAttribute;
