using System;

namespace CnnCompiler.Tests;

/// <summary>Small sets that a linear network can learn.</summary>
internal static class Samples
{
    /// <summary>Points in the plane around three corners; the first feature also tells samples apart.</summary>
    public static InMemoryDataset Corners(int count, int seed = 1)
    {
        var random = new Random(seed);
        float[] inputs = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 3;
            inputs[2 * i] = (labels[i] == 1 ? 2 : 0) + (0.5f * ((float)random.NextDouble() - 0.5f));
            inputs[(2 * i) + 1] = (labels[i] == 2 ? 2 : 0) + (0.5f * ((float)random.NextDouble() - 0.5f));
        }

        return new InMemoryDataset([2], inputs, labels);
    }

    /// <summary>y = 2 a - b + 0.5.</summary>
    public static InMemoryDataset Line(int count)
    {
        var random = new Random(4);
        float[] inputs = new float[2 * count];
        float[] targets = new float[count];
        for (int i = 0; i < count; i++)
        {
            inputs[2 * i] = (float)random.NextDouble();
            inputs[(2 * i) + 1] = (float)random.NextDouble();
            targets[i] = (2 * inputs[2 * i]) - inputs[(2 * i) + 1] + 0.5f;
        }

        return new InMemoryDataset([2], inputs, targets);
    }
}
