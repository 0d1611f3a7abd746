using System;
using System.Threading.Tasks;
using CnnCompiler.Initialization;

namespace CnnCompiler;

/// <summary>
/// A digit set that needs no files: ten classes of stroke-drawn 1x28x28 digits in several styles each, with random rotation, shear, scale,
/// shift, jitter of the strokes, thickness, contrast, noise and distractor strokes. Drawn in a second or two. Sample i is digit i mod 10 and depends
/// on seed and i alone. Pixels are scaled as those of <see cref="Mnist"/>, so that one network takes both.
/// </summary>
public static class Digits
{
    internal const int Side = 28;
    private const int Classes = 10;

    /// <summary>The training set.</summary>
    /// <param name="count">Number of samples, at least 1. Default 20,000.</param>
    /// <param name="seed">Seed of the drawings. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or too large for one array.</exception>
    public static Dataset Train(int count = 20_000, int seed = 1) => Draw(count, seed);

    /// <summary>The test set: other drawings of the same kind.</summary>
    /// <param name="count">Number of samples, at least 1. Default 4,000.</param>
    /// <param name="seed">Seed of the drawings; another one than that of the training set. Default 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or too large for one array.</exception>
    public static Dataset Test(int count = 4_000, int seed = 2) => Draw(count, seed);

    private static InMemoryDataset Draw(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / (Side * Side));
        byte[] pixels = new byte[count * Side * Side];
        int[] labels = new int[count];
        Parallel.For(0, count, index =>
        {
            labels[index] = index % Classes;
            DigitPainter.Paint(new RandomStream(seed, (ulong)index), labels[index], pixels.AsSpan(index * Side * Side, Side * Side));
        });
        return new InMemoryDataset([1, Side, Side], pixels, labels, Mnist.Mean, Mnist.Deviation);
    }
}
