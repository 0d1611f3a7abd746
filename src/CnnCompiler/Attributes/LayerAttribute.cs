using System;

namespace CnnCompiler;

/// <summary>The base of all layer attributes: what every layer has.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    // The generator knows a fixed list of layers; a layer of somebody else could not be compiled.
    private protected LayerAttribute()
    {
    }

    /// <summary>The layer's name in checkpoints, in place of kind and index: <c>features.0</c> for <c>conv1</c>. Default: none.</summary>
    public string? Name { get; set; }

    /// <summary>First values of the weights. Default: <see cref="Init.Default"/>, what PyTorch does.</summary>
    public Init Init { get; set; }

    /// <summary>Deviation, bound, gain or value for <see cref="Init"/>. Default: <see cref="double.NaN"/>, which means "not set": the scheme's own.</summary>
    public double InitScale { get; set; } = double.NaN;

    /// <summary>
    /// The first value of biases. Default: <see cref="double.NaN"/>, which means "not set": PyTorch's, or 0 where <see cref="Init"/> is set.
    /// </summary>
    public double BiasInit { get; set; } = double.NaN;

    /// <summary>Training leaves the parameters of the layer as they are; no gradient by them is computed. Default: <see langword="false"/>.</summary>
    public bool Frozen { get; set; }
}
