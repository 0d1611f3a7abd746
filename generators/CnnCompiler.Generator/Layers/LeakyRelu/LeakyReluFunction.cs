using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.LeakyRelu;

/// <summary>x where it is positive, elsewhere slope * x. With a slope of at least 0, output and input have the same sign.</summary>
internal sealed record LeakyReluFunction(double Slope) : ElementwiseFunction
{
    public override string Name => "LeakyRelu";

    public override string Apply(VectorIsa isa, string x) => isa.Select(isa.GreaterThan(x, "V.Zero"), x, $"{x} * {VectorIsa.Literal(Slope)}");

    public override string Derive(VectorIsa isa, string g, string at) =>
        isa.Select(isa.GreaterThan(at, "V.Zero"), g, $"{g} * {VectorIsa.Literal(Slope)}");
}
