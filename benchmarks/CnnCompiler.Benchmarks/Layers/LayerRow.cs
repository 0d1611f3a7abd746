using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks.Layers;

/// <summary>What a layer took in one part of a pass, next to what it could take at least.</summary>
/// <param name="Work">The layer.</param>
/// <param name="Kernels">Its kernels and their times in seconds.</param>
/// <param name="Operations">Additions and multiplications of a call, by the layer's definition.</param>
/// <param name="Bytes">Bytes that its kernels read and write in a call.</param>
/// <param name="RooflineSeconds">The time at the multiply-add peak or at the speed of memory, whichever is longer.</param>
internal sealed record LayerRow(LayerWork Work, IReadOnlyList<(string Kernel, double Seconds)> Kernels, double Operations, double Bytes, double RooflineSeconds)
{
    /// <summary>The time of all kernels.</summary>
    public double Seconds => Kernels.Sum(kernel => kernel.Seconds);

    /// <summary>The time beyond the roofline; negative where fewer operations are needed than the definition has.</summary>
    public double LostSeconds => Seconds - RooflineSeconds;

    /// <summary>Puts times to a layer.</summary>
    /// <param name="work">The layer.</param>
    /// <param name="times">The times of the pass.</param>
    /// <param name="batch">Samples of a call.</param>
    /// <param name="chunks">Chunks of a call, each of which reads the weights.</param>
    /// <param name="peak">The multiply-add peak of all threads, in operations a second.</param>
    /// <param name="threads">Threads of a call.</param>
    public static LayerRow Create(LayerWork work, PassTimes times, int batch, int chunks, double peak, int threads)
    {
        double operations = 2.0 * work.Macs * batch;
        long bytes = work.Steps.Sum(step => (step.SampleBytes * batch) + (step.FixedBytes * (step.IsPrepared ? 1 : chunks)));
        double roofline = Math.Max(operations / peak, bytes / ReadPeak.Measure(bytes, threads));
        return new LayerRow(work, [.. work.Steps.Select(step => (step.Kernel, times.KernelSeconds[step.Index]))], operations, bytes, roofline);
    }
}
