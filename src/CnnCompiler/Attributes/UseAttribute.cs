using System;

namespace CnnCompiler;

/// <summary>Puts the layers of a block here.</summary>
/// <typeparam name="TBlock">The block: a class with layer attributes.</typeparam>
/// <param name="arguments">Values of the block's <see cref="ParameterAttribute"/> constants in the order of declaration; what is left out keeps its default.</param>
/// <remarks>Names: class name in lower case and an index from 1 among the uses of this block in its path, <c>basicblock2.conv1.weight</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UseAttribute<TBlock>(params object[] arguments) : GraphAttribute
    where TBlock : class
{
    /// <summary>Values of the block's parameters.</summary>
    public object[] Arguments { get; } = arguments;

    /// <summary>How many times the block follows itself, each with parameters of its own; at least 1. Default 1.</summary>
    public int Repeat { get; set; } = 1;
}
