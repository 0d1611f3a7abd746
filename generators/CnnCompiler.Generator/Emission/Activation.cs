using System.Collections.Generic;
using System.Globalization;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission;

internal enum ActivationKind
{
    None,
    Relu,
    LeakyRelu,
    Sigmoid,
    Tanh,
}

/// <summary>
/// An elementwise function that the producer of a tensor applies before it stores, and whose derivative follows from its output alone,
/// so that the kernels of the tensor's readers can multiply it into the gradient that they store.
/// </summary>
/// <param name="Kind">The function.</param>
/// <param name="A">Slope of <c>LeakyRelu</c>; amplitude of <c>Tanh</c>.</param>
/// <param name="B">Slope of <c>Tanh</c>.</param>
internal readonly record struct Activation(ActivationKind Kind, double A = 0, double B = 0)
{
    public static readonly Activation None = default;

    public bool IsNone => Kind == ActivationKind.None;

    /// <summary>Whether zero stays zero, so that the zeros that pad channels survive.</summary>
    public bool KeepsZero => Kind != ActivationKind.Sigmoid;

    /// <summary>Code that <see cref="Apply"/> calls.</summary>
    public IEnumerable<Code> Uses() => Kind switch
    {
        ActivationKind.Sigmoid => [MathFunction.Sigmoid],
        ActivationKind.Tanh => [MathFunction.Tanh],
        _ => [],
    };

    /// <summary>The function of the vector in variable <paramref name="x"/>.</summary>
    public string Apply(VectorIsa isa, string x) => Kind switch
    {
        // The second operand of the native maximum wins where one is NaN: a NaN stays visible.
        ActivationKind.Relu => $"MaxNative(V.Zero, {x})",
        ActivationKind.LeakyRelu => isa.Select(isa.GreaterThan(x, "V.Zero"), x, $"{x} * {VectorIsa.Literal(A)}"),
        ActivationKind.Sigmoid => MathFunction.Sigmoid.Call(isa, x),
        ActivationKind.Tanh when (A, B) == (1, 1) => MathFunction.Tanh.Call(isa, x),
        ActivationKind.Tanh => $"{MathFunction.Tanh.Call(isa, $"{x} * {VectorIsa.Literal(B)}")} * {VectorIsa.Literal(A)}",
        _ => x,
    };

    /// <summary>The gradient in variable <paramref name="g"/> times the derivative, given the function's output <paramref name="y"/>.</summary>
    public string Derive(VectorIsa isa, string g, string y) => Kind switch
    {
        ActivationKind.Relu => isa.Select(isa.GreaterThan(y, "V.Zero"), g, "V.Zero"),
        ActivationKind.LeakyRelu => isa.Select(isa.GreaterThan(y, "V.Zero"), g, $"{g} * {VectorIsa.Literal(A)}"),
        ActivationKind.Sigmoid => $"{g} * ({y} - {y} * {y})",
        ActivationKind.Tanh when (A, B) == (1, 1) => $"{g} * (V.One - {y} * {y})",
        ActivationKind.Tanh when A == 0 => "V.Zero",
        ActivationKind.Tanh => $"{g} * ({isa.Broadcast(A * B)} - {y} * {y} * {VectorIsa.Literal(B / A)})",
        _ => g,
    };

    public override string ToString() => Kind == ActivationKind.None ? "" : string.Format(
        CultureInfo.InvariantCulture, A == 0 && B == 0 ? "{0}" : B == 0 ? "{0}({1:R})" : "{0}({1:R}, {2:R})", Kind, A, B);
}
