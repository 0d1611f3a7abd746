using System;

namespace CnnCompiler;

/// <summary>The elementwise product of two paths of one input, for example a gated unit.</summary>
/// <typeparam name="T1">The first path.</typeparam>
/// <typeparam name="T2">The second path, which gives the same shape.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MultiplyAttribute<T1, T2> : GraphAttribute
    where T1 : class
    where T2 : class;
