using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Benchmarks.Layers;

/// <summary>Prints rows of layers.</summary>
internal static class LayerTable
{
    /// <summary>Prints a table; where a layer takes several kernels, these below it.</summary>
    /// <param name="rows">The rows, in the order to print.</param>
    /// <param name="peak">The multiply-add peak of all threads, in operations a second.</param>
    public static void Print(IReadOnlyList<LayerRow> rows, double peak)
    {
        double total = rows.Sum(row => row.Seconds);
        Console.WriteLine("    lost ms       ms  share  roofline ms  GFLOP/s  % peak        MB   GB/s  part             layer");
        foreach (LayerRow row in rows)
        {
            string speed = row.Operations > 0 ? $"{row.Operations / row.Seconds / 1e9,7:F1}  {100 * row.Operations / row.Seconds / peak,6:F1}" : new string(' ', 15);
            Console.WriteLine($"{1000 * row.LostSeconds,11:F4} {1000 * row.Seconds,8:F4} {row.Seconds / total,6:P1}  {1000 * row.RooflineSeconds,11:F4}  {speed}  "
                + $"{row.Bytes / 1e6,8:F3} {row.Bytes / row.Seconds / 1e9,6:F1}  {Part(row.Work.Part),-15}  {row.Work.Title}");
            if (row.Kernels.Count > 1)
            {
                foreach ((string kernel, double seconds) in row.Kernels)
                {
                    Console.WriteLine($"{"",11} {1000 * seconds,8:F4}  {kernel}");
                }
            }
        }
    }

    private static string Part(PassPart part) => part switch
    {
        PassPart.Forward => "forward",
        PassPart.InputGradient => "input gradient",
        _ => "weight gradient",
    };
}
