using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CnnCompiler.Testing;

/// <summary>Which instruction sets run natively on this machine. All others are emulated by the runtime: as correct, and slow.</summary>
public static class Isas
{
    /// <summary>Every instruction set, the simplest first.</summary>
    public static IReadOnlyList<Isa> All { get; } = [Isa.Portable, Isa.Avx2, Isa.Avx512];

    /// <summary>The best one that runs natively, which a network takes unless told otherwise.</summary>
    public static Isa Best => All.Last(IsNative);

    /// <summary>One line for test reports: <c>ISAs: Portable native, Avx2 native, Avx512 emulated</c>.</summary>
    public static string Report => "ISAs: " + string.Join(", ", All.Select(isa => $"{isa} {(IsNative(isa) ? "native" : "emulated")}"));

    /// <summary>Whether the processor has the instructions, and the runtime may use them.</summary>
    /// <param name="isa">The instruction set.</param>
    public static bool IsNative(Isa isa) => isa switch
    {
        Isa.Portable => Vector128.IsHardwareAccelerated,
        Isa.Avx2 => Avx2.IsSupported && Fma.IsSupported,
        Isa.Avx512 => Avx512F.IsSupported,
        _ => throw new ArgumentOutOfRangeException(nameof(isa), isa, "Unknown instruction set."),
    };
}
