using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Softplus;

/// <summary>The vector code of the function: max(x, 0) + log(1 + e^-|x|), which neither overflows nor loses digits where x is very negative.</summary>
internal sealed record SoftplusValue : VectorFunction
{
    public static readonly SoftplusValue Instance = new();

    public override string Summary => "log(1 + e^x), to some units in the last place.";

    protected override string Title => "MathSoftplus";

    public override IEnumerable<Code> Uses(VectorIsa isa) => [MathFunction.Exp];

    // Cephes logf of 1 + e with 0 < e <= 1: f = e, or (1 + e) / 2 - 1 beyond the square root of 2, where ln 2 is added.
    protected override string Body(VectorIsa isa) => $"""
        V e = {MathFunction.Exp.Call(isa, "-Abs(x)")};
        V half = GreaterThan(e, Create(0.414213562f));
        V f = ConditionalSelect(half, (e - V.One) * 0.5f, e);
        V z = f * f;
        V p = {isa.MultiplyAdd("Create(7.0376836292e-2f)", "f", "Create(-1.1514610310e-1f)")};
        p = {isa.MultiplyAdd("p", "f", "Create(1.1676998740e-1f)")};
        p = {isa.MultiplyAdd("p", "f", "Create(-1.2420140846e-1f)")};
        p = {isa.MultiplyAdd("p", "f", "Create(1.4249322787e-1f)")};
        p = {isa.MultiplyAdd("p", "f", "Create(-1.6668057665e-1f)")};
        p = {isa.MultiplyAdd("p", "f", "Create(2.0000714765e-1f)")};
        p = {isa.MultiplyAdd("p", "f", "Create(-2.4999993993e-1f)")};
        p = {isa.MultiplyAdd("p", "f", "Create(3.3333331174e-1f)")};
        p = {isa.MultiplyAdd("p * f", "z", "z * -0.5f")} + (half & Create(0.693147181f));
        return MaxNative(V.Zero, x) + (f + p);
        """;
}
