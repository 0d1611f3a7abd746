using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Square;

/// <summary>x^2. Its output does not tell the sign of its input, so it is derived at the input.</summary>
internal sealed record SquareFunction : ElementwiseFunction
{
    public override string Name => "Square";

    public override string Apply(VectorIsa isa, string x) => $"{x} * {x}";

    public override string Derive(VectorIsa isa, string g, string at) => $"{g} * ({at} + {at})";
}
