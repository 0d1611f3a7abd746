using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Elu;

/// <summary>The unit with a negative alpha, derived at its input.</summary>
internal sealed record NegativeEluFunction(double Alpha) : ElementwiseFunction
{
    public override string Name => "Elu";

    public override IEnumerable<Code> Uses() => [ExpMinusOne.Instance];

    public override IEnumerable<Code> DerivativeUses() => [MathFunction.Exp];

    public override string Apply(VectorIsa isa, string x) =>
        isa.Select(isa.GreaterThan(x, "V.Zero"), x, $"{ExpMinusOne.Instance.Call(isa, x)} * {VectorIsa.Literal(Alpha)}");

    public override string Derive(VectorIsa isa, string g, string at) =>
        isa.Select(isa.GreaterThan(at, "V.Zero"), g, $"{g} * {MathFunction.Exp.Call(isa, at)} * {VectorIsa.Literal(Alpha)}");
}
