using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.LocalResponseNorm;

/// <summary>What a response is multiplied by: (K + Share * sum of squares)^-Beta.</summary>
/// <param name="Share">Alpha divided by the window's size.</param>
/// <param name="Beta">The exponent.</param>
/// <param name="K">What the sum is added to.</param>
internal readonly record struct ResponsePower(double Share, double Beta, double K)
{
    /// <summary>The power as square roots where the exponent is a quarter, a half, three quarters or one.</summary>
    private bool HasRoots => Beta is 0 or 0.25 or 0.5 or 0.75 or 1;

    public IEnumerable<Code> Uses() => HasRoots ? [] : [MathFunction.Exp];

    /// <summary>The base, given the text of the sum.</summary>
    public string Base(VectorIsa isa, string sum) => isa.MultiplyAdd(isa.Broadcast(Share), sum, isa.Broadcast(K));

    /// <summary>The power, given the name of the variable that holds the base.</summary>
    public string Power(VectorIsa isa, string x) => Beta switch
    {
        0 => "V.One",
        0.25 => $"V.One / Sqrt(Sqrt({x}))",
        0.5 => $"V.One / Sqrt({x})",
        0.75 => $"V.One / (Sqrt({x}) * Sqrt(Sqrt({x})))",
        1 => $"V.One / {x}",
        _ => MathFunction.Exp.Call(isa, $"Log({x}) * {VectorIsa.Literal(-Beta)}"),
    };
}
