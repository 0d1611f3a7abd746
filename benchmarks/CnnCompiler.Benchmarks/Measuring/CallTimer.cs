using System;
using System.Diagnostics;
using System.Threading;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>Times calls one by one.</summary>
internal static class CallTimer
{
    private const int MinimumCalls = 5;
    private const int MaximumCalls = 4_000_000;

    /// <summary>Warms up, then times.</summary>
    /// <param name="call">The call.</param>
    /// <param name="seconds">How long to time.</param>
    /// <param name="warmUp">How long to warm up, before methods of lower tiers are compiled again.</param>
    public static Timing Run(Action call, double seconds, double warmUp) => Measure(call, seconds, WarmUp(call, warmUp), MinimumCalls);

    /// <summary>Calls until all methods are compiled for the last time.</summary>
    /// <param name="call">The call.</param>
    /// <param name="seconds">How long to warm up, before methods of lower tiers are compiled again.</param>
    /// <returns>The shortest duration of a call, in seconds.</returns>
    public static double WarmUp(Action call, double seconds)
    {
        double shortest = Repeat(call, seconds);

        // The runtime compiles its busiest methods again on a thread of its own, some 100 ms after they became busy.
        Thread.Sleep(150);
        return Math.Min(shortest, Repeat(call, seconds / 2));
    }

    /// <summary>Times a slice of a longer measurement, in which others had the processor before.</summary>
    /// <param name="call">The call, warmed up.</param>
    /// <param name="seconds">How long to time; at least one call.</param>
    /// <param name="shortest">The shortest duration of a call, in seconds.</param>
    public static Timing Slice(Action call, double seconds, double shortest)
    {
        if (shortest < seconds / 4)
        {
            call(); // Caches again hold what is ours.
        }

        return Measure(call, seconds, shortest, 1);
    }

    private static double Repeat(Action call, double seconds)
    {
        double shortest = double.MaxValue;
        long begin = Stopwatch.GetTimestamp();
        do
        {
            long start = Stopwatch.GetTimestamp();
            call();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds);
        return shortest;
    }

    private static Timing Measure(Action call, double seconds, double shortest, int minimumCalls)
    {
        long[] ticks = new long[(int)Math.Clamp((2 * seconds / Math.Max(shortest, 1e-8)) + minimumCalls, minimumCalls, MaximumCalls)];
        long limit = (long)(seconds * Stopwatch.Frequency);
        int calls = 0;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long begin = Stopwatch.GetTimestamp();
        long last = begin;
        while (calls < ticks.Length && (calls < minimumCalls || last - begin < limit))
        {
            long start = Stopwatch.GetTimestamp();
            call();
            last = Stopwatch.GetTimestamp();
            ticks[calls++] = last - start;
        }

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Span<long> sorted = ticks.AsSpan(0, calls);
        sorted.Sort();
        return new Timing(Milliseconds(sorted[calls / 2]), Milliseconds(sorted[0]), calls, allocated);
    }

    private static double Milliseconds(long ticks) => 1000.0 * ticks / Stopwatch.Frequency;
}
