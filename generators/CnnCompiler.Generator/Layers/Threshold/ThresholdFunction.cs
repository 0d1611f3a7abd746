using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Threshold;

/// <summary>1 where x is positive, elsewhere 0: a step, whose derivative is 0.</summary>
internal sealed record ThresholdFunction : ElementwiseFunction
{
    public override string Name => "Threshold";

    public override string Apply(VectorIsa isa, string x) => $"{isa.GreaterThan(x, "V.Zero")} & V.One";

    public override string Derive(VectorIsa isa, string g, string at) => "V.Zero";
}
