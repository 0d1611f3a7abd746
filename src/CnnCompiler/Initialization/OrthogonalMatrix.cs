using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CnnCompiler.Initialization;

/// <summary>
/// Random orthogonal weights (Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural
/// networks", 2014): a normal matrix, orthonormalised. Uniform over orthogonal matrices.
/// </summary>
internal static class OrthogonalMatrix
{
    /// <summary>Draws a tensor seen as a matrix of its first dimension against the rest: its rows are orthonormal, or its columns where there are fewer of them.</summary>
    /// <param name="shape">The tensor's shape.</param>
    /// <param name="scale">Factor on all elements.</param>
    /// <param name="random">Drawn from in row-major order of the wide matrix (fewer rows than columns).</param>
    public static float[] Draw(int[] shape, double scale, ref RandomStream random)
    {
        int total = checked((int)new TensorShape(shape).ElementCount);
        var values = new float[total];
        if (total == 0)
            return values;
        int rows = shape.Length == 0 ? 1 : shape[0];
        int columns = total / rows;
        bool transposed = rows > columns;
        int count = Math.Min(rows, columns);
        int length = Math.Max(rows, columns);
        double[] basis = OrthonormalRows(count, length, ref random);
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < length; column++)
                values[transposed ? column * columns + row : row * columns + column] = (float)(basis[row * length + column] * scale);
        }

        return values;
    }

    /// <summary>Modified Gram-Schmidt, each row twice: once loses orthogonality to rounding, twice is enough (Giraud, Langou and Rozloznik, 2005).</summary>
    private static double[] OrthonormalRows(int count, int length, ref RandomStream random)
    {
        var basis = new double[checked(count * length)];
        for (int row = 0; row < count; row++)
        {
            Span<double> current = basis.AsSpan(row * length, length);
            double norm;
            do
            {
                foreach (ref double value in current)
                    value = random.NextNormal();
                for (int round = 0; round < 2; round++)
                {
                    for (int earlier = 0; earlier < row; earlier++)
                    {
                        ReadOnlySpan<double> other = basis.AsSpan(earlier * length, length);
                        AddScaled(current, other, -Dot(current, other));
                    }
                }

                norm = Math.Sqrt(Dot(current, current));
            }
            while (norm < 1e-10); // A row inside the span of the others is drawn again.

            foreach (ref double value in current)
                value /= norm;
        }

        return basis;
    }

    // Vectors of one fixed width and no fused multiply-add, so that every machine draws the same bits.
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ReadOnlySpan<Vector256<double>> leftVectors = MemoryMarshal.Cast<double, Vector256<double>>(left);
        ReadOnlySpan<Vector256<double>> rightVectors = MemoryMarshal.Cast<double, Vector256<double>>(right);
        Vector256<double> sums = Vector256<double>.Zero;
        for (int i = 0; i < leftVectors.Length; i++)
            sums += leftVectors[i] * rightVectors[i];
        double sum = Vector256.Sum(sums);
        for (int i = leftVectors.Length * Vector256<double>.Count; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    private static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        Span<Vector256<double>> targetVectors = MemoryMarshal.Cast<double, Vector256<double>>(target);
        ReadOnlySpan<Vector256<double>> sourceVectors = MemoryMarshal.Cast<double, Vector256<double>>(source);
        for (int i = 0; i < targetVectors.Length; i++)
            targetVectors[i] += sourceVectors[i] * factor;
        for (int i = targetVectors.Length * Vector256<double>.Count; i < target.Length; i++)
            target[i] += source[i] * factor;
    }
}
