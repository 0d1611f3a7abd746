using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Tanh;

/// <summary>Amplitude * tanh(slope * x), with the derivative amplitude * slope - y^2 * slope / amplitude.</summary>
internal sealed record TanhFunction(double Amplitude, double Slope) : ElementwiseFunction
{
    public override string Name => "Tanh";

    private bool IsPlain => (Amplitude, Slope) == (1, 1);

    public override IEnumerable<Code> Uses() => [MathFunction.Tanh];

    public override string Apply(VectorIsa isa, string x) => IsPlain
        ? MathFunction.Tanh.Call(isa, x)
        : $"{MathFunction.Tanh.Call(isa, $"{x} * {VectorIsa.Literal(Slope)}")} * {VectorIsa.Literal(Amplitude)}";

    public override string Derive(VectorIsa isa, string g, string at) =>
        IsPlain ? $"{g} * (V.One - {at} * {at})"
        : Amplitude == 0 ? "V.Zero"
        : $"{g} * ({isa.Broadcast(Amplitude * Slope)} - {at} * {at} * {VectorIsa.Literal(Slope / Amplitude)})";
}
