using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission;

/// <summary>e^x - 1 without the loss of digits near 0 that a subtraction would bring.</summary>
internal sealed record ExpMinusOne : VectorFunction
{
    public static readonly ExpMinusOne Instance = new();

    public override string Summary => "e^x - 1, to some units in the last place between -87.3 and 88.3; the ends beyond.";

    protected override string Title => "MathExpMinusOne";

    public override IEnumerable<Code> Uses(VectorIsa isa) => [];

    // As MathFunction.Exp: x = n ln 2 + r; then 2^n (e^r - 1) + (2^n - 1).
    protected override string Body(VectorIsa isa) => $"""
        x = MinNative(Create(88.3762626647950f), MaxNative(Create(-87.3365447504019f), x));
        V n = Round(x * 1.44269504088896341f);
        V r = {isa.MultiplyAdd("n", "Create(-0.693359375f)", "x")};
        r = {isa.MultiplyAdd("n", "Create(2.12194440e-4f)", "r")};
        V p = {isa.MultiplyAdd("Create(1.9875691500e-4f)", "r", "Create(1.3981999507e-3f)")};
        p = {isa.MultiplyAdd("p", "r", "Create(8.3334519073e-3f)")};
        p = {isa.MultiplyAdd("p", "r", "Create(4.1665795894e-2f)")};
        p = {isa.MultiplyAdd("p", "r", "Create(1.6666665459e-1f)")};
        p = {isa.MultiplyAdd("p", "r", "Create(5.0000001201e-1f)")};
        p = {isa.MultiplyAdd("p", "r * r", "r")};
        V power = ShiftLeft(ConvertToInt32Native(n) + Create(127), 23).AsSingle();
        return {isa.MultiplyAdd("p", "power", "power - V.One")};
        """;
}
