using System;

namespace CnnCompiler;

/// <summary>The mean of each channel over all positions: C x H x W or C x L to C features. (Lin et al. 2013, "Network In Network".)</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAvgPoolAttribute : LayerAttribute;
