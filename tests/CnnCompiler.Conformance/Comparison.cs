using System;
using System.Globalization;

namespace CnnCompiler.Conformance;

/// <summary>The largest error of a case on an instruction set, and where it is.</summary>
/// <param name="isa">The instruction set.</param>
/// <param name="case">The case, for its tolerances.</param>
internal sealed class Comparison(Isa isa, ConformanceCase @case)
{
    /// <summary>The largest |a - b| / (atol + rtol |b|); infinite where a value is not finite.</summary>
    public double Error { get; private set; }

    /// <summary>Where the largest error is.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Compares a tensor.</summary>
    /// <param name="tensor">Its name.</param>
    /// <param name="expected">The stored values.</param>
    /// <param name="found">As many computed ones.</param>
    public void Add(string tensor, float[] expected, float[] found)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double error = ErrorOf(expected[i], found[i]);
            if (error <= Error)
                continue;
            Error = error;
            Place = string.Create(CultureInfo.InvariantCulture, $"{isa}: {tensor}[{i}]: expected {expected[i]:G8}, found {found[i]:G8}");
        }
    }

    private double ErrorOf(double expected, double found)
    {
        if (!double.IsFinite(expected) || !double.IsFinite(found))
            return double.PositiveInfinity;
        double difference = Math.Abs(found - expected);
        return difference == 0 ? 0 : difference / (@case.AbsoluteTolerance + (@case.RelativeTolerance * Math.Abs(expected)));
    }
}
