using System;

namespace CnnCompiler;

/// <summary>
/// Adds a path of the current tensor to a running sum and passes the tensor on unchanged; <see cref="TakeSkipAttribute"/> goes on from the sum.
/// (van den Oord et al. 2016, "WaveNet".)
/// </summary>
/// <typeparam name="TPath">What is added. All paths of a sum give the same shape.</typeparam>
/// <param name="name">The sum. Names of sums belong to the whole network, across blocks; the first one starts the sum.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SkipAttribute<TPath>(string name) : GraphAttribute
    where TPath : class
{
    /// <summary>The sum.</summary>
    public string Sum { get; } = name;
}
