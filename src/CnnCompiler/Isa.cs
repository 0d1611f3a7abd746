namespace CnnCompiler;

/// <summary>The instruction set that compiled kernels run on. Chosen once, when a network is constructed.</summary>
public enum Isa
{
    /// <summary>128-bit vectors, for any processor (Arm64 too).</summary>
    Portable,

    /// <summary>256-bit vectors with fused multiply-add (AVX2 and FMA).</summary>
    Avx2,

    /// <summary>512-bit vectors (AVX-512 F). Where forced on a processor without it, it is emulated: correct, and slow.</summary>
    Avx512,
}
