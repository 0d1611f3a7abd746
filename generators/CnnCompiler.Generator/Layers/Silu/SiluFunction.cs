using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Silu;

/// <summary>x / (1 + e^-x). It falls before it rises, so it is derived at the input.</summary>
internal sealed record SiluFunction : ElementwiseFunction
{
    public override string Name => "Silu";

    public override IEnumerable<Code> Uses() => [MathFunction.Sigmoid];

    public override IEnumerable<Code> DerivativeUses() => [SiluSlope.Instance];

    public override string Apply(VectorIsa isa, string x) => $"{x} * {MathFunction.Sigmoid.Call(isa, x)}";

    public override string Derive(VectorIsa isa, string g, string at) => $"{g} * {SiluSlope.Instance.Call(isa, at)}";
}
