using System;

namespace CnnCompiler;

/// <summary>main(x) + x. (He et al. 2015, "Deep Residual Learning for Image Recognition".)</summary>
/// <typeparam name="TMain">The main path.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResidualAttribute<TMain> : GraphAttribute
    where TMain : class
{
    /// <summary>Needs a projection: see <see cref="ResidualAttribute{TMain, TProjection}"/>.</summary>
    public bool Always { get; set; }

    /// <summary>
    /// Where the main path changes the shape, the shortcut takes every s-th position per axis and appends zero channels at the end
    /// (option A of He et al.). Default <see langword="false"/>.
    /// </summary>
    public bool PadChannels { get; set; }
}

/// <summary>main(x) + x, or main(x) + projection(x) where the main path changes the shape. (He et al. 2015, "Deep Residual Learning for Image Recognition".)</summary>
/// <typeparam name="TMain">The main path.</typeparam>
/// <typeparam name="TProjection">The shortcut where shapes differ. One that is not used has no parameters.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResidualAttribute<TMain, TProjection> : GraphAttribute
    where TMain : class
    where TProjection : class
{
    /// <summary>The projection is used where shapes are equal too. Default <see langword="false"/>.</summary>
    public bool Always { get; set; }

    /// <summary>Excludes a projection: see <see cref="ResidualAttribute{TMain}"/>.</summary>
    public bool PadChannels { get; set; }
}
