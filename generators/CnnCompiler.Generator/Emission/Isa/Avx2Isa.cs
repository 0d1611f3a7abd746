namespace CnnCompiler.Generator.Emission.Isa;

/// <summary>256-bit vectors with fused multiply-add.</summary>
internal sealed class Avx2Isa : VectorIsa
{
    public override string Name => "Avx2";

    public override string VectorClass => "Vector256";

    public override int Lanes => 8;

    public override int Registers => 16;
}
