using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Silu;

/// <summary>The derivative s (1 + x (1 - s)), s being the sigmoid of x.</summary>
internal sealed record SiluSlope : VectorFunction
{
    public static readonly SiluSlope Instance = new();

    public override string Summary => "The derivative of x / (1 + e^-x).";

    protected override string Title => "MathSiluSlope";

    public override IEnumerable<Code> Uses(VectorIsa isa) => [MathFunction.Sigmoid];

    protected override string Body(VectorIsa isa) => $"""
        V s = {MathFunction.Sigmoid.Call(isa, "x")};
        return s * {isa.MultiplyAdd("x", "V.One - s", "V.One")};
        """;
}
