using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Sigmoid;

/// <summary>1 / (1 + e^-x), with the derivative y (1 - y).</summary>
internal sealed record SigmoidFunction : ElementwiseFunction
{
    public override string Name => "Sigmoid";

    public override bool KeepsZero => false;

    public override IEnumerable<Code> Uses() => [MathFunction.Sigmoid];

    public override string Apply(VectorIsa isa, string x) => MathFunction.Sigmoid.Call(isa, x);

    public override string Derive(VectorIsa isa, string g, string at) => $"{g} * ({at} - {at} * {at})";
}
