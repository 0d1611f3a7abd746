using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission;

/// <summary>An elementary function that several kernels call.</summary>
internal sealed record MathFunction(string Function) : VectorFunction
{
    public static readonly MathFunction Exp = new("Exp");
    public static readonly MathFunction Sigmoid = new("Sigmoid");
    public static readonly MathFunction Tanh = new("Tanh");

    public override string Summary => Function switch
    {
        "Exp" => "e^x, to 2 units in the last place between -87.3 and 88.3; the ends beyond.",
        "Sigmoid" => "1 / (1 + e^-x).",
        _ => "The hyperbolic tangent: a polynomial near 0, where the quotient of exponentials loses digits.",
    };

    protected override string Title => "Math" + Function;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Function == "Exp" ? [] : [Exp];

    protected override string Body(VectorIsa isa) => Function switch
    {
        // Cephes expf: x = n ln 2 + r, a polynomial for e^r, and 2^n put into the exponent.
        "Exp" => $"""
            x = MinNative(Create(88.3762626647950f), MaxNative(Create(-87.3365447504019f), x));
            V n = Round(x * 1.44269504088896341f);
            V r = {isa.MultiplyAdd("n", "Create(-0.693359375f)", "x")};
            r = {isa.MultiplyAdd("n", "Create(2.12194440e-4f)", "r")};
            V p = {isa.MultiplyAdd("Create(1.9875691500e-4f)", "r", "Create(1.3981999507e-3f)")};
            p = {isa.MultiplyAdd("p", "r", "Create(8.3334519073e-3f)")};
            p = {isa.MultiplyAdd("p", "r", "Create(4.1665795894e-2f)")};
            p = {isa.MultiplyAdd("p", "r", "Create(1.6666665459e-1f)")};
            p = {isa.MultiplyAdd("p", "r", "Create(5.0000001201e-1f)")};
            p = {isa.MultiplyAdd("p", "r * r", "r + V.One")};
            return p * ShiftLeft(ConvertToInt32Native(n) + Create(127), 23).AsSingle();
            """,
        "Sigmoid" => $"return V.One / (V.One + {Exp.Call(isa, "-x")});",
        _ => $"""
            V size = Abs(x);
            V e = {Exp.Call(isa, "size * -2f")};
            V far = CopySign((V.One - e) / (V.One + e), x);
            V z = x * x;
            V p = {isa.MultiplyAdd("Create(-5.70498872745e-3f)", "z", "Create(2.06390887954e-2f)")};
            p = {isa.MultiplyAdd("p", "z", "Create(-5.37397155531e-2f)")};
            p = {isa.MultiplyAdd("p", "z", "Create(1.33314422036e-1f)")};
            p = {isa.MultiplyAdd("p", "z", "Create(-3.33332819422e-1f)")};
            V near = {isa.MultiplyAdd("p * z", "x", "x")};
            return ConditionalSelect(LessThan(size, Create(0.625f)), near, far);
            """,
    };
}
