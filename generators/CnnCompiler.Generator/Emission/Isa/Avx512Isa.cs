namespace CnnCompiler.Generator.Emission.Isa;

/// <summary>512-bit vectors. Only operations that are one instruction there and that the library emulates elsewhere.</summary>
internal sealed class Avx512Isa : VectorIsa
{
    public override string Name => "Avx512";

    public override string VectorClass => "Vector512";

    public override int Lanes => 16;

    public override int Registers => 32;

    public override bool BroadcastsFromMemory => true;
}
