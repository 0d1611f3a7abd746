using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CnnCompiler.Initialization;

/// <summary>
/// The random values of one tensor, each a function of seed, tensor and position alone, so that any part can be drawn by any thread. The bits come from
/// splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), whose k-th number needs no other one.
/// </summary>
/// <remarks>Vectors of one fixed width, polynomials of its own and no fused multiply-add: every machine draws the same bits.</remarks>
internal readonly struct RandomTensor
{
    /// <summary>Values are drawn this many at a time.</summary>
    public const int Block = 16;

    private const ulong NumbersPerBlock = Block / 2;

    private readonly ulong _start;

    /// <summary>Picks one of many tensors of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="tensor">Which of its tensors.</param>
    public RandomTensor(int seed, ulong tensor) => _start = RandomStream.Mix((uint)seed, tensor);

    private interface IDistribution
    {
        /// <summary>Turns 16 random integers into 16 values.</summary>
        static abstract (Vector256<float> First, Vector256<float> Second) Values(Vector256<int> first, Vector256<int> second);
    }

    /// <summary>Draws uniform values between -bound and bound, in steps of bound / 2^23.</summary>
    /// <param name="first">Position of the first value, a multiple of <see cref="Block"/>.</param>
    /// <param name="values">Receives values of consecutive positions.</param>
    /// <param name="bound">The bound.</param>
    public void DrawUniform(long first, Span<float> values, double bound) => Draw<Uniform>(first, values, (float)bound);

    /// <summary>Draws normal values with mean 0.</summary>
    /// <param name="first">Position of the first value, a multiple of <see cref="Block"/>.</param>
    /// <param name="values">Receives values of consecutive positions.</param>
    /// <param name="deviation">The standard deviation.</param>
    public void DrawNormal(long first, Span<float> values, double deviation) => Draw<Normal>(first, values, (float)deviation);

    private void Draw<TDistribution>(long first, Span<float> values, float scale)
        where TDistribution : struct, IDistribution
    {
        if (first % Block != 0)
            throw new ArgumentException($"Values are drawn from multiples of {Block}, not from {first}.", nameof(first));
        Vector256<ulong> state = Vector256.Create(_start) + (Vector256<ulong>.Indices + Vector256.Create(((ulong)first / 2) + 1)) * RandomStream.Golden;
        int whole = values.Length / Block * Block;
        for (int i = 0; i < whole; i += Block)
            DrawBlock<TDistribution>(ref state, values.Slice(i, Block), scale);
        if (whole == values.Length)
            return;
        Span<float> last = stackalloc float[Block];
        DrawBlock<TDistribution>(ref state, last, scale);
        last[..(values.Length - whole)].CopyTo(values[whole..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void DrawBlock<TDistribution>(ref Vector256<ulong> state, Span<float> values, float scale)
        where TDistribution : struct, IDistribution
    {
        Vector256<ulong> step = Vector256.Create(unchecked(RandomStream.Golden * (NumbersPerBlock / 2)));
        Vector256<ulong> next = state + step;
        (Vector256<float> first, Vector256<float> second) = TDistribution.Values(Scramble(state).AsInt32(), Scramble(next).AsInt32());
        (first * scale).CopyTo(values);
        (second * scale).CopyTo(values[Vector256<float>.Count..]);
        state = next + step;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Scramble(Vector256<ulong> z)
    {
        z = (z ^ (z >>> 30)) * RandomStream.FirstFactor;
        z = (z ^ (z >>> 27)) * RandomStream.SecondFactor;
        return z ^ (z >>> 31);
    }

    private readonly struct Uniform : IDistribution
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static (Vector256<float> First, Vector256<float> Second) Values(Vector256<int> first, Vector256<int> second) => (Symmetric(first), Symmetric(second));

        // 24 bits, and one half more: the middles of 2^24 intervals of (-1, 1), which 32-bit floats hold exactly.
        private static Vector256<float> Symmetric(Vector256<int> bits) =>
            (Vector256.ConvertToSingle(bits >> 8) + Vector256.Create(0.5f)) * Vector256.Create(1f / (1 << 23));
    }

    /// <summary>Box and Muller (1958): a radius and an angle give two values.</summary>
    private readonly struct Normal : IDistribution
    {
        private const float Ln2 = 0.693147181f;
        private const int BitsOfSqrtHalf = 0x3F3504F3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static (Vector256<float> First, Vector256<float> Second) Values(Vector256<int> first, Vector256<int> second)
        {
            // The middles of 2^23 intervals of (0, 1): the logarithm is finite, the largest radius 5.8.
            Vector256<float> uniform = (Vector256.ConvertToSingle(first >>> 9) + Vector256.Create(0.5f)) * Vector256.Create(1f / (1 << 23));
            Vector256<float> radius = Vector256.Sqrt(Log(uniform) * -2f);

            // An angle between -45 and 45 degrees, and two bits for the quadrant: exchanging sine and cosine, and both signs.
            Vector256<float> angle = (Vector256.ConvertToSingle(second >> 9) + Vector256.Create(0.5f)) * Vector256.Create(MathF.PI / 4 / (1 << 22));
            Vector256<float> exchange = ((second << 30) >> 31).AsSingle();
            Vector256<float> sign = (second << 31).AsSingle();
            Vector256<float> sine = Sin(angle) ^ sign, cosine = Cos(angle) ^ sign;
            return (radius * Vector256.ConditionalSelect(exchange, sine, cosine), radius * Vector256.ConditionalSelect(exchange, cosine, sine));
        }

        // Polynomials of the Cephes library (Moshier, 1984 to 2000), to the last bit or two of a 32-bit float.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Log(Vector256<float> x)
        {
            Vector256<int> exponent = (x.AsInt32() - Vector256.Create(BitsOfSqrtHalf)) >> 23;
            Vector256<float> z = (x.AsInt32() - (exponent << 23)).AsSingle() - Vector256<float>.One;
            Vector256<float> square = z * z;
            Vector256<float> sum = Vector256.Create(7.0376836292e-2f);
            sum = sum * z + Vector256.Create(-1.1514610310e-1f);
            sum = sum * z + Vector256.Create(1.1676998740e-1f);
            sum = sum * z + Vector256.Create(-1.2420140846e-1f);
            sum = sum * z + Vector256.Create(1.4249322787e-1f);
            sum = sum * z + Vector256.Create(-1.6668057665e-1f);
            sum = sum * z + Vector256.Create(2.0000714765e-1f);
            sum = sum * z + Vector256.Create(-2.4999993993e-1f);
            sum = sum * z + Vector256.Create(3.3333331174e-1f);
            return z + (sum * z * square - square * 0.5f) + Vector256.ConvertToSingle(exponent) * Ln2;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Sin(Vector256<float> x)
        {
            Vector256<float> square = x * x;
            Vector256<float> sum = Vector256.Create(-1.9515295891e-4f);
            sum = sum * square + Vector256.Create(8.3321608736e-3f);
            sum = sum * square + Vector256.Create(-1.6666654611e-1f);
            return x + sum * square * x;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Cos(Vector256<float> x)
        {
            Vector256<float> square = x * x;
            Vector256<float> sum = Vector256.Create(2.443315711809948e-5f);
            sum = sum * square + Vector256.Create(-1.388731625493765e-3f);
            sum = sum * square + Vector256.Create(4.166664568298827e-2f);
            return Vector256<float>.One - square * 0.5f + sum * square * square;
        }
    }
}
