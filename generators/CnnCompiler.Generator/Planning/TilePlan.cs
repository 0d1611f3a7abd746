using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Planning;

/// <summary>How many pixels a register tile takes.</summary>
internal static class TilePlan
{
    // Two multiply-adds and two loads a cycle, four cycles of latency: what current x64 cores do.
    private const double PerCycle = 2, Latency = 4;

    // Multiply-adds of one iteration of straight-line code: five references to locals each stay below half of the JIT's limit of 8,000.
    private const int UnrollBudget = 700;

    // Cycles that a tile costs beside its sums, and the share of a row's cycles that a size is worth avoiding that few other rows need.
    private const double Overhead = 0.3, Rarity = 0.02;

    /// <summary>
    /// Cuts a row of pixels into tiles of at most two sizes, the larger first. The largest size and its half are preferred, so that rows of many widths
    /// share their tiles' code.
    /// </summary>
    /// <param name="isa">The instruction set.</param>
    /// <param name="width">Pixels of the row.</param>
    /// <param name="vectors">Vectors of output channels in the tile.</param>
    /// <param name="unrolled">Inputs of one iteration.</param>
    public static IReadOnlyList<(int Pixels, int Count)> Split(VectorIsa isa, int width, int vectors, int unrolled)
    {
        int largest = Math.Min(width, Largest(isa, vectors, unrolled)), common = Largest(isa, vectors, unrolled);
        double[] costs = [.. Enumerable.Range(0, largest + 1).Select(size => Cost(isa, size, vectors) + Overhead)];
        double[] rare = [.. Enumerable.Range(0, largest + 1).Select(size => size == common || size == common / 2 || size == (common / 2) + 1 ? 0 : Rarity * width)];
        (int Pixels, int Count)[] best = [];
        double least = double.MaxValue;
        for (int large = largest; large >= 1; large--)
        {
            double alone = (width / large * costs[large]) + rare[large];
            if (width % large == 0 && alone < least)
            {
                (least, best) = (alone, [(large, width / large)]);
            }

            for (int small = large - 1; small >= 1; small--)
            {
                // As many small tiles as a large one has pixels would be large ones themselves.
                for (int count = 1; count < large && count * small < width; count++)
                {
                    int rest = width - (count * small);
                    double cost = (rest / large * costs[large]) + (count * costs[small]) + rare[large] + rare[small];
                    if (rest % large == 0 && cost < least)
                    {
                        (least, best) = (cost, [(large, rest / large), (small, count)]);
                    }
                }
            }
        }

        return best;
    }

    /// <summary>The most pixels whose sums fit the registers beside the weights and one input.</summary>
    public static int Largest(VectorIsa isa, int vectors, int unrolled)
    {
        int registers = (isa.Registers - 1 - vectors) / vectors;
        return Math.Max(1, Math.Min(registers, UnrollBudget / (unrolled * vectors)));
    }

    /// <summary>Cycles of one unrolled input of a tile.</summary>
    public static double Cost(VectorIsa isa, int pixels, int vectors)
    {
        double arithmetic = pixels * vectors / PerCycle, loads = (pixels + vectors) / PerCycle;
        double issue = ((pixels * vectors) + vectors + (isa.BroadcastsFromMemory ? 0 : pixels)) / 5.0;
        return Math.Max(Math.Max(arithmetic, loads), Math.Max(issue, Latency));
    }
}
