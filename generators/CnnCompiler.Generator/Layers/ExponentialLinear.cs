using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers;

/// <summary>scale * x where x is positive, elsewhere scale * alpha * (e^x - 1), which has the derivative y + scale * alpha.</summary>
/// <param name="Alpha">At least 0, so that output and input have the same sign.</param>
/// <param name="Scale">Above 0.</param>
internal sealed record ExponentialLinear(double Alpha, double Scale) : ElementwiseFunction
{
    /// <summary>The constants of Klambauer et al. 2017, with which activations tend to mean 0 and variance 1.</summary>
    public static readonly ExponentialLinear Selu = new(1.6732632423543772, 1.0507009873554805);

    public override string Name => Scale == 1 ? "Elu" : "Selu";

    public override IEnumerable<Code> Uses() => [ExpMinusOne.Instance];

    public override string Apply(VectorIsa isa, string x) =>
        isa.Select(isa.GreaterThan(x, "V.Zero"), Scaled(x), $"{ExpMinusOne.Instance.Call(isa, x)} * {VectorIsa.Literal(Scale * Alpha)}");

    public override string Derive(VectorIsa isa, string g, string at) =>
        isa.Select(isa.GreaterThan(at, "V.Zero"), Scaled(g), $"{g} * ({at} + {isa.Broadcast(Scale * Alpha)})");

    private string Scaled(string value) => Scale == 1 ? value : $"{value} * {VectorIsa.Literal(Scale)}";
}
