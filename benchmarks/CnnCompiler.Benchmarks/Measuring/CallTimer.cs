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
    public static Timing Run(Action call, double seconds, double warmUp)
    {
        double shortest = WarmUp(call, warmUp);

        // The runtime compiles its busiest methods again on a thread of its own, some 100 ms after they became busy.
        Thread.Sleep(150);
        WarmUp(call, warmUp / 2);
        return Measure(call, seconds, shortest);
    }

    private static double WarmUp(Action call, double seconds)
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

    private static Timing Measure(Action call, double seconds, double shortest)
    {
        long[] ticks = new long[(int)Math.Clamp((2 * seconds / Math.Max(shortest, 1e-8)) + MinimumCalls, MinimumCalls, MaximumCalls)];
        long limit = (long)(seconds * Stopwatch.Frequency);
        int calls = 0;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long begin = Stopwatch.GetTimestamp();
        long last = begin;
        while (calls < ticks.Length && (calls < MinimumCalls || last - begin < limit))
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
