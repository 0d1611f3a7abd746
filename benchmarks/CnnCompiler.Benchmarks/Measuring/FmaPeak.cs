using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>The most that one core can do: a loop of independent fused multiply-adds in registers.</summary>
internal static class FmaPeak
{
    private const int Accumulators = 12;
    private const int Iterations = 400_000;

    private static float _sink;

    /// <summary>Whether the processor has the instructions; an emulated set has no peak of its own.</summary>
    public static bool IsNative(Isa isa) => isa switch
    {
        Isa.Avx512 => Avx512F.IsSupported,
        Isa.Avx2 => Avx2.IsSupported && Fma.IsSupported,
        _ => Vector128.IsHardwareAccelerated,
    };

    /// <summary>The peak in GFLOP/s (a multiply-add is 2), the best of some runs.</summary>
    /// <param name="isa">The width of the vectors.</param>
    /// <param name="runs">Runs, of a few milliseconds each.</param>
    public static double Measure(Isa isa, int runs = 20) => isa switch
    {
        Isa.Avx512 => Best<Vector512<float>, Fma512>(runs),
        Isa.Avx2 => Best<Vector256<float>, Fma256>(runs),
        _ => Best<Vector128<float>, Fma128>(runs),
    };

    private static double Best<TVector, TOperations>(int runs)
        where TVector : struct
        where TOperations : IFmaOperations<TVector>
    {
        double best = 0;
        for (int run = 0; run < runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            _sink = Loop<TVector, TOperations>(0.999f);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            best = Math.Max(best, 2.0 * Accumulators * TOperations.Lanes * Iterations / seconds / 1e9);
        }

        return best;
    }

    // Twelve chains hide the latency of four cycles on two units, and fit the sixteen registers of AVX2.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Loop<TVector, TOperations>(float factor)
        where TVector : struct
        where TOperations : IFmaOperations<TVector>
    {
        TVector x = TOperations.Create(factor);
        TVector y = TOperations.Create(1 - factor);
        TVector a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            a = TOperations.MultiplyAdd(a, x, y);
            b = TOperations.MultiplyAdd(b, x, y);
            c = TOperations.MultiplyAdd(c, x, y);
            d = TOperations.MultiplyAdd(d, x, y);
            e = TOperations.MultiplyAdd(e, x, y);
            f = TOperations.MultiplyAdd(f, x, y);
            g = TOperations.MultiplyAdd(g, x, y);
            h = TOperations.MultiplyAdd(h, x, y);
            i = TOperations.MultiplyAdd(i, x, y);
            j = TOperations.MultiplyAdd(j, x, y);
            k = TOperations.MultiplyAdd(k, x, y);
            l = TOperations.MultiplyAdd(l, x, y);
        }

        return TOperations.Sum(a) + TOperations.Sum(b) + TOperations.Sum(c) + TOperations.Sum(d) + TOperations.Sum(e) + TOperations.Sum(f)
            + TOperations.Sum(g) + TOperations.Sum(h) + TOperations.Sum(i) + TOperations.Sum(j) + TOperations.Sum(k) + TOperations.Sum(l);
    }
}
