using System;

namespace CnnCompiler;

/// <summary>
/// The base of attributes that build the graph out of paths. A path is any class that carries layer attributes; a path without layers is the identity.
/// </summary>
/// <remarks>
/// <see cref="LayerAttribute.Name"/> puts a segment before the names of the paths inside (on <see cref="UseAttribute{TBlock}"/>: replaces the block's own segment);
/// <see cref="LayerAttribute.Frozen"/> freezes every layer inside. First values are set on layers.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class GraphAttribute : LayerAttribute
{
    private protected GraphAttribute()
    {
    }
}
