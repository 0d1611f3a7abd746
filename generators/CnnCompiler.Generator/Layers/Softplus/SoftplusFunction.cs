using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Softplus;

/// <summary>log(1 + e^x), with the derivative 1 - e^-y.</summary>
internal sealed record SoftplusFunction : ElementwiseFunction
{
    public override string Name => "Softplus";

    public override bool KeepsZero => false;

    public override IEnumerable<Code> Uses() => [SoftplusValue.Instance];

    public override IEnumerable<Code> DerivativeUses() => [ExpMinusOne.Instance];

    public override string Apply(VectorIsa isa, string x) => SoftplusValue.Instance.Call(isa, x);

    public override string Derive(VectorIsa isa, string g, string at) => $"-{g} * {ExpMinusOne.Instance.Call(isa, $"-{at}")}";
}
