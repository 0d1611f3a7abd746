using System;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>Values that are the same in every process.</summary>
internal static class RandomValues
{
    /// <summary>The seed of inputs, also where a peer computes the same outputs.</summary>
    public const int InputSeed = 1;

    /// <summary>Values between -1 and 1.</summary>
    /// <param name="seed">The same seed gives the same values, and a shorter array the first of them.</param>
    /// <param name="count">How many.</param>
    public static float[] Create(int seed, long count)
    {
        var random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)((2 * random.NextDouble()) - 1);
        }

        return values;
    }
}
