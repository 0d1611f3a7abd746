using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>Repeatable random numbers.</summary>
/// <param name="seed">The same seed gives the same numbers.</param>
public sealed class RandomValues(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Uniform in 0 .. 1.</summary>
    public double Uniform() => _random.NextDouble();

    /// <summary>Mean 0, deviation 1.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>0 .. <paramref name="end"/> - 1.</summary>
    /// <param name="end">Exclusive end.</param>
    public int Below(int end) => _random.Next(end);

    /// <summary>Normal values.</summary>
    /// <param name="count">How many.</param>
    public float[] Normals(int count)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = (float)Normal();
        return values;
    }
}
