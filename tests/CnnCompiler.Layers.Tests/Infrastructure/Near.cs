using System;
using Xunit;

namespace CnnCompiler.Layers.Tests.Infrastructure;

/// <summary>Comparison of float results with numbers from books.</summary>
internal static class Near
{
    /// <summary>Fails where a value is farther off than the tolerance.</summary>
    public static void Equal(ReadOnlySpan<double> expected, ReadOnlySpan<float> found, double tolerance = 1e-4)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - found[i]) <= tolerance, $"[{i}]: expected {expected[i]:G7}, found {found[i]:G7}");
    }

    /// <summary>Fails where two results differ by more than the tolerance.</summary>
    public static void Equal(ReadOnlySpan<float> expected, ReadOnlySpan<float> found, double tolerance = 1e-4)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - found[i]) <= tolerance, $"[{i}]: expected {expected[i]:G7}, found {found[i]:G7}");
    }
}
