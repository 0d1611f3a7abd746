using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Relu;

/// <summary>max(x, 0).</summary>
internal sealed record ReluFunction : ElementwiseFunction
{
    public override string Name => "Relu";

    public override bool IsRelu => true;

    // The second operand of the native maximum wins where one is NaN: a NaN stays visible.
    public override string Apply(VectorIsa isa, string x) => $"MaxNative(V.Zero, {x})";

    public override string Derive(VectorIsa isa, string g, string at) => isa.Select(isa.GreaterThan(at, "V.Zero"), g, "V.Zero");
}
