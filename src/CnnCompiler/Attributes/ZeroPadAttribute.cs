using System;

namespace CnnCompiler;

/// <summary>Zeros on every side of every axis of positions: n + 2 * padding per axis; channels stay.</summary>
/// <param name="padding">Zeros on each side, at least 0.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ZeroPadAttribute(int padding) : LayerAttribute
{
    /// <summary>Zeros on each side.</summary>
    public int Padding { get; } = padding;
}
