using System;

namespace CnnCompiler;

/// <summary>Multiplies the positions along every axis: n * factor; channels stay.</summary>
/// <param name="factor">Factor of every axis, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UpsampleAttribute(int factor) : LayerAttribute
{
    /// <summary>Factor of every axis.</summary>
    public int Factor { get; } = factor;

    /// <summary>How positions between those of the input are filled. Default <see cref="UpsampleMode.Nearest"/>.</summary>
    public UpsampleMode Mode { get; set; }
}
