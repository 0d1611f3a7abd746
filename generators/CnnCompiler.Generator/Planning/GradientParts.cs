using System;

namespace CnnCompiler.Generator.Planning;

/// <summary>When a gradient takes a long batch in parts, each through all layers on one thread, and how many samples a part has at most.</summary>
internal static class GradientParts
{
    // Every lane of parts has gradients of its own, which are added: that has to cost little beside the passes.
    private const long MostTrainableFloats = 1 << 18;

    // Activations of a part of this size stay near the processor; at least so many samples that dense weights are read for several.
    private const long Floats = 1 << 20;
    private const int Smallest = 8, Largest = 64;

    /// <summary>Whether parts pay, for a network whose samples are independent.</summary>
    /// <param name="trainableFloats">Floats of the gradients.</param>
    /// <param name="valueFloats">Floats that a sample holds.</param>
    public static bool Pay(long trainableFloats, long valueFloats) => trainableFloats <= MostTrainableFloats && Smallest * valueFloats <= Floats;

    /// <summary>Most samples of a part.</summary>
    public static int Chunk(long valueFloats) => (int)Math.Min(Largest, Floats / Math.Max(1, valueFloats));
}
