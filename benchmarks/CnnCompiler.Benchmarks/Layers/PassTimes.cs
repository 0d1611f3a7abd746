using System;
using System.Diagnostics;
using System.Linq;
using CnnCompiler.Benchmarks.Measuring;
using CnnCompiler.Runtime;

namespace CnnCompiler.Benchmarks.Layers;

/// <summary>Medians of traced calls.</summary>
/// <param name="CallSeconds">Duration of a call.</param>
/// <param name="KernelSeconds">Duration of each kernel call of the pass, those that come once first, all chunks of the batch together.</param>
/// <param name="Calls">Number of calls.</param>
internal sealed record PassTimes(double CallSeconds, double[] KernelSeconds, int Calls)
{
    private const int MinimumCalls = 3, MaximumCalls = 2000;

    /// <summary>Warms up, then traces calls.</summary>
    /// <param name="work">The network.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="passWork">The kernel calls of the pass.</param>
    /// <param name="chunks">Chunks of a call.</param>
    /// <param name="seconds">How long to time.</param>
    /// <exception cref="InvalidOperationException">The network calls more or fewer kernels: it was compiled by another generator.</exception>
    public static PassTimes Measure(NetworkWork work, string pass, PassWork passWork, int chunks, double seconds)
    {
        int kernels = passWork.Calls, prepared = passWork.PreparedCalls, expected = prepared + ((kernels - prepared) * chunks);
        Action call = work.Pass(pass);
        double shortest = CallTimer.WarmUp(call, Math.Clamp(seconds / 2, 0.3, 2));
        int calls = (int)Math.Clamp(seconds / shortest, MinimumCalls, MaximumCalls);
        var trace = new KernelTrace(expected);
        work.Network.Trace = trace;
        double[] callTimes = new double[calls];
        double[][] kernelTimes = [.. Enumerable.Range(0, kernels).Select(_ => new double[calls])];
        for (int i = 0; i < calls; i++)
        {
            trace.Clear();
            long start = Stopwatch.GetTimestamp();
            call();
            callTimes[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (trace.Calls != expected)
            {
                throw new InvalidOperationException($"The plan has {expected} kernel calls in {chunks} chunks, but {trace.Calls} calls were made.");
            }

            for (int index = 0; index < trace.Calls; index++)
            {
                int kernel = index < prepared ? index : prepared + ((index - prepared) % (kernels - prepared));
                kernelTimes[kernel][i] += trace.Ticks[index] / (double)Stopwatch.Frequency;
            }
        }

        work.Network.Trace = null;
        return new PassTimes(Median(callTimes), [.. kernelTimes.Select(Median)], calls);
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
