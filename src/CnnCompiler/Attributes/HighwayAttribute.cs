using System;

namespace CnnCompiler;

/// <summary>gate(x) * main(x) + (1 - gate(x)) * x. (Srivastava et al. 2015, "Highway Networks".)</summary>
/// <typeparam name="TMain">The main path, which keeps the shape.</typeparam>
/// <typeparam name="TGate">The gate, which keeps the shape and brings its own <see cref="SigmoidAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HighwayAttribute<TMain, TGate> : GraphAttribute
    where TMain : class
    where TGate : class;
