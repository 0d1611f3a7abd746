namespace CnnCompiler.Generator.Emission.Isa;

/// <summary>128-bit vectors for every processor; multiply-adds are fused where that is fast.</summary>
internal sealed class PortableIsa : VectorIsa
{
    public override string Name => "Portable";

    public override string VectorClass => "Vector128";

    public override int Lanes => 4;

    public override int Registers => 16;

    protected override string MultiplyAddName => "MultiplyAddEstimate";
}
