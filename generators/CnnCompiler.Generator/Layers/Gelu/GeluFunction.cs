using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Gelu;

/// <summary>x P(x), P being the distribution function of the standard normal. It falls before it rises, so it is derived at the input.</summary>
internal sealed record GeluFunction : ElementwiseFunction
{
    public override string Name => "Gelu";

    public override IEnumerable<Code> Uses() => [GeluCurve.Value];

    public override IEnumerable<Code> DerivativeUses() => [GeluCurve.Slope];

    public override string Apply(VectorIsa isa, string x) => GeluCurve.Value.Call(isa, x);

    public override string Derive(VectorIsa isa, string g, string at) => $"{g} * {GeluCurve.Slope.Call(isa, at)}";
}
