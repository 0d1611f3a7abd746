using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission;

/// <summary>
/// An elementwise function that the producer of a tensor applies before it stores, and whose derivative follows from its output alone,
/// so that the kernels of the tensor's readers can multiply it into the gradient that they store.
/// </summary>
/// <param name="Function">The function; null for none.</param>
internal readonly record struct Activation(ElementwiseFunction? Function)
{
    public static readonly Activation None = default;

    public bool IsNone => Function is null;

    /// <summary>A word for names: <c>Relu</c>; empty for none.</summary>
    public string Name => Function?.Name ?? "";

    /// <summary>Whether zero stays zero, so that the zeros that pad channels survive.</summary>
    public bool KeepsZero => Function?.KeepsZero ?? true;

    /// <summary>Whether register tiles apply it, and its derivative, themselves.</summary>
    public bool IsRelu => Function?.IsRelu ?? false;

    /// <summary>Code that <see cref="Apply"/> calls.</summary>
    public IEnumerable<Code> Uses() => Function?.Uses() ?? [];

    /// <summary>Code that <see cref="Derive"/> calls.</summary>
    public IEnumerable<Code> DerivativeUses() => Function?.DerivativeUses() ?? [];

    /// <summary>The function of the vector in variable <paramref name="x"/>.</summary>
    public string Apply(VectorIsa isa, string x) => Function?.Apply(isa, x) ?? x;

    /// <summary>The gradient in variable <paramref name="g"/> times the derivative, given the function's output <paramref name="y"/>.</summary>
    public string Derive(VectorIsa isa, string g, string y) => Function?.Derive(isa, g, y) ?? g;

    public override string ToString() => Function?.ToString() ?? "";
}
