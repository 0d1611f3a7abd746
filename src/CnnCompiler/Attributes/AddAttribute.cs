using System;

namespace CnnCompiler;

/// <summary>Adds a tensor that <see cref="SaveAttribute"/> remembered, of the same shape.</summary>
/// <param name="name">The name that the tensor was saved under.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AddAttribute(string name) : GraphAttribute
{
    /// <summary>The name that the tensor was saved under.</summary>
    public string Tensor { get; } = name;
}
