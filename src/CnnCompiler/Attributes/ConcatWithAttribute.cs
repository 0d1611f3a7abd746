using System;

namespace CnnCompiler;

/// <summary>Appends the channels of a tensor that <see cref="SaveAttribute"/> remembered: the current tensor first, then the saved one.</summary>
/// <param name="name">The name that the tensor was saved under.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatWithAttribute(string name) : GraphAttribute
{
    /// <summary>The name that the tensor was saved under.</summary>
    public string Tensor { get; } = name;
}
