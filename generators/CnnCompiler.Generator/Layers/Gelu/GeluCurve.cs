using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Gelu;

/// <summary>
/// x P(x), or its derivative P(x) + x p(x), with the distribution P and the density p of the standard normal; P = (1 + erf(x / sqrt 2)) / 2.
/// The tail P(-|x|) is e^(-x^2 / 2) times a polynomial of t = 1 / (1 + 0.3 |x|) (the form of Hastings 1955), fitted to a relative error
/// of 7e-8 up to |x| = 9, so that small tails keep their digits.
/// </summary>
internal sealed record GeluCurve(bool IsSlope) : VectorFunction
{
    public static readonly GeluCurve Value = new(false), Slope = new(true);

    public override string Summary => IsSlope ? "The derivative of x (1 + erf(x / sqrt 2)) / 2." : "x (1 + erf(x / sqrt 2)) / 2.";

    protected override string Title => IsSlope ? "MathGeluSlope" : "MathGelu";

    public override IEnumerable<Code> Uses(VectorIsa isa) => [MathFunction.Exp];

    // The exponential stops at 1e-38, so the slope's factor x is bounded where the density is 0 in single precision.
    protected override string Body(VectorIsa isa) => $"""
        V t = V.One / {isa.MultiplyAdd("Abs(x)", "Create(0.3f)", "V.One")};
        V e = {MathFunction.Exp.Call(isa, "x * x * -0.5f")};
        V p = {isa.MultiplyAdd("Create(0.0380356822f)", "t", "Create(-0.167287552f)")};
        p = {isa.MultiplyAdd("p", "t", "Create(0.224263636f)")};
        p = {isa.MultiplyAdd("p", "t", "Create(-0.0707856544f)")};
        p = {isa.MultiplyAdd("p", "t", "Create(0.138021306f)")};
        p = {isa.MultiplyAdd("p", "t", "Create(0.096889039f)")};
        p = {isa.MultiplyAdd("p", "t", "Create(0.121270621f)")};
        p = {isa.MultiplyAdd("p", "t", "Create(0.119592952f)")};
        V tail = p * t * e;
        V below = ConditionalSelect(GreaterThan(x, V.Zero), V.One - tail, tail);
        return {(IsSlope ? isa.MultiplyAdd("CopySign(MinNative(Create(15f), Abs(x)), x) * e", "Create(0.398942280f)", "below") : "x * below")};
        """;
}
