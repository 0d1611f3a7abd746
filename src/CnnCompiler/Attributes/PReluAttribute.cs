using System;

namespace CnnCompiler;

/// <summary>x where it is positive, elsewhere slope * x with a trained slope, 0.25 at first. Any shape. (He et al. 2015, "Delving Deep into Rectifiers".)</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PReluAttribute : LayerAttribute
{
    /// <summary>A slope for each channel (or feature); otherwise one for all. Default <see langword="true"/>.</summary>
    public bool PerChannel { get; set; } = true;
}
