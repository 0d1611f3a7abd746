using System;

namespace CnnCompiler;

/// <summary>The base of all loss attributes. A network has one loss; without an attribute it is <see cref="CrossEntropyLossAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LossAttribute : Attribute
{
    private protected LossAttribute()
    {
    }
}
