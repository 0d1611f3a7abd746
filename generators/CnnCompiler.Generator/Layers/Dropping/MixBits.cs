using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Dropping;

/// <summary>The finalizer of MurmurHash3 (Appleby, public domain): a permutation of 32 bits in which each input bit changes about half of the output bits.</summary>
internal sealed record MixBits : Code
{
    public static readonly MixBits Instance = new();

    public override string Summary => "A permutation of 32-bit numbers that scatters neighbours: the finalizer of MurmurHash3.";

    protected override string Title => "MixBits";

    protected override bool IsUnique => true;

    public string Call(VectorIsa isa, string argument) => $"{Name}.{isa.Name}({argument})";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"public static {isa.VectorClass}<uint> {isa.Name}({isa.VectorClass}<uint> x)"))
        {
            writer.Line("""
                x = (x ^ (x >>> 16)) * 0x85EBCA6Bu;
                x = (x ^ (x >>> 13)) * 0xC2B2AE35u;
                return x ^ (x >>> 16);
                """);
        }
    }
}
