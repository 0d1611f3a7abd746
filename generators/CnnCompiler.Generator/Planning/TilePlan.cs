using System;
using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Planning;

/// <summary>How many pixels a register tile takes.</summary>
internal static class TilePlan
{
    // Two multiply-adds and two loads a cycle, four cycles of latency: what current x64 cores do.
    private const double PerCycle = 2, Latency = 4;

    // Multiply-adds of one iteration of straight-line code: five references to locals each stay below half of the JIT's limit of 8,000.
    private const int UnrollBudget = 700;

    /// <summary>Cuts a row of pixels into tiles of at most two neighbouring sizes, the larger first.</summary>
    /// <param name="isa">The instruction set.</param>
    /// <param name="width">Pixels of the row.</param>
    /// <param name="vectors">Vectors of output channels in the tile.</param>
    /// <param name="unrolled">Inputs of one iteration.</param>
    public static IReadOnlyList<(int Pixels, int Count)> Split(VectorIsa isa, int width, int vectors, int unrolled)
    {
        double best = double.MaxValue;
        int bestTiles = width;
        for (int size = 1; size <= Math.Min(width, Largest(isa, vectors, unrolled)); size++)
        {
            int tiles = (width + size - 1) / size, floor = width / tiles, larger = width % tiles;
            double cost = (larger * Cost(isa, floor + 1, vectors)) + ((tiles - larger) * Cost(isa, floor, vectors)) + (0.3 * tiles);
            if (cost < best)
            {
                (best, bestTiles) = (cost, tiles);
            }
        }

        int small = width / bestTiles, rest = width % bestTiles;
        return rest == 0 ? [(small, bestTiles)] : [(small + 1, rest), (small, bestTiles - rest)];
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
