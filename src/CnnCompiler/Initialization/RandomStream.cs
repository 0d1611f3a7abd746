using System;
using System.Numerics;

namespace CnnCompiler.Initialization;

/// <summary>
/// A stream of random numbers that is the same on every machine: xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number
/// generators", 2018), its state filled by splitmix64 (Steele, Lea and Flood, 2014).
/// </summary>
internal struct RandomStream
{
    /// <summary>The step of splitmix64 and the factors with which it scrambles.</summary>
    internal const ulong Golden = 0x9E3779B97F4A7C15, FirstFactor = 0xBF58476D1CE4E5B9, SecondFactor = 0x94D049BB133111EB;

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts one of many independent streams of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Which of its streams.</param>
    public RandomStream(int seed, ulong stream)
    {
        ulong start = Mix((uint)seed, stream);
        _s0 = Mix(start, 1);
        _s1 = Mix(start, 2);
        _s2 = Mix(start, 3);
        _s3 = Mix(start, 4);
    }

    /// <summary>Splitmix64 of <paramref name="seed"/> advanced <paramref name="position"/> + 1 times: decorrelates seeds and positions that differ by one bit.</summary>
    /// <param name="seed">State.</param>
    /// <param name="position">Distance from it.</param>
    public static ulong Mix(ulong seed, ulong position)
    {
        // The seed is scrambled first: otherwise seed s + Golden at position p would be seed s at p + 1.
        return Scramble(Scramble(seed + Golden) + (position + 1) * Golden);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextUniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    private static ulong Scramble(ulong z)
    {
        z = (z ^ (z >> 30)) * FirstFactor;
        z = (z ^ (z >> 27)) * SecondFactor;
        return z ^ (z >> 31);
    }
}
