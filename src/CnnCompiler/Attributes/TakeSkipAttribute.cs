using System;

namespace CnnCompiler;

/// <summary>Goes on from a running sum that <see cref="SkipAttribute{TPath}"/> made. The current tensor is dropped, and what only it used has gradient zero.</summary>
/// <param name="name">The sum.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TakeSkipAttribute(string name) : GraphAttribute
{
    /// <summary>The sum.</summary>
    public string Sum { get; } = name;
}
