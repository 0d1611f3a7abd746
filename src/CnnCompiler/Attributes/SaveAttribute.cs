using System;

namespace CnnCompiler;

/// <summary>Remembers the current tensor for <see cref="AddAttribute"/> and <see cref="ConcatWithAttribute"/> further on in the same path.</summary>
/// <param name="name">What it is called; names belong to their path.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SaveAttribute(string name) : GraphAttribute
{
    /// <summary>What the tensor is called.</summary>
    public string Tensor { get; } = name;
}
