using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>How fast memory can be read, from the cache that it fits into.</summary>
internal static class ReadPeak
{
    private const int Smallest = 1 << 14, Largest = 1 << 28;
    private const double Seconds = 0.03;

    private static readonly Dictionary<(int Size, int Threads), double> _measured = [];
    private static float _sink;

    /// <summary>Reads memory of a size again and again, each thread a part of it.</summary>
    /// <param name="bytes">The size; a power of two near it is taken, from 16 KiB to 256 MiB.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="again">Whether to measure again what was measured before, and to keep the higher speed.</param>
    /// <returns>Bytes a second of all threads together.</returns>
    public static double Measure(long bytes, int threads, bool again = false)
    {
        int size = (int)Math.Clamp((long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(bytes, 1)), Smallest, Largest);
        if (!_measured.TryGetValue((size, threads), out double speed) || again)
        {
            _measured[(size, threads)] = speed = Math.Max(speed, MeasureAll(size / threads, threads));
        }

        return speed;
    }

    private static double MeasureAll(int size, int threads)
    {
        double[] speeds = new double[threads];
        using var start = new Barrier(threads);
        Thread[] readers = [.. Enumerable.Range(0, threads).Select(index => new Thread(() => speeds[index] = MeasureOne(size, start)))];
        Array.ForEach(readers, reader => reader.Start());
        Array.ForEach(readers, reader => reader.Join());
        return speeds.Sum();
    }

    private static double MeasureOne(int size, Barrier start)
    {
        float[] values = new float[size / sizeof(float)];
        Array.Fill(values, 1f);
        start.SignalAndWait();
        double best = 0;
        long begin = Stopwatch.GetTimestamp();
        do
        {
            long before = Stopwatch.GetTimestamp();
            _sink = Sum(values);
            best = Math.Max(best, size / Stopwatch.GetElapsedTime(before).TotalSeconds);
        }
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < Seconds);
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum(ReadOnlySpan<float> values)
    {
        Vector<float> a = default, b = default, c = default, d = default;
        int lanes = Vector<float>.Count;
        for (; values.Length >= 4 * lanes; values = values[(4 * lanes)..])
        {
            a += new Vector<float>(values);
            b += new Vector<float>(values[lanes..]);
            c += new Vector<float>(values[(2 * lanes)..]);
            d += new Vector<float>(values[(3 * lanes)..]);
        }

        return Vector.Sum(a + b + c + d);
    }
}
