using System;

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
    /// <param name="threads">Threads to use at most, the caller's included; the values do not depend on them.</param>
    public static float[] Draw(int[] shape, double scale, RandomTensor random, int threads)
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
        double[] basis = OrthonormalRows(count, length, random, threads);
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < length; column++)
                values[transposed ? column * columns + row : row * columns + column] = (float)(basis[row * length + column] * scale);
        }

        return values;
    }

    private static double[] OrthonormalRows(int count, int length, RandomTensor random, int threads)
    {
        var normals = new float[checked(count * length)];
        var basis = new double[normals.Length];
        for (long first = 0; ; first += ((long)normals.Length + RandomTensor.Block - 1) / RandomTensor.Block * RandomTensor.Block)
        {
            random.DrawNormal(first, normals, 1);
            for (int i = 0; i < normals.Length; i++)
                basis[i] = normals[i];

            // One round loses as many digits as the square of the condition has. That of a wide normal matrix is small; that of a square one need not be, and then twice
            // is enough (Yamamoto, Nakatsukasa, Yanagisawa and Fukaya, 2015). Rows that depend on each other are drawn again.
            var rows = new Orthonormalization(basis, count, length, threads);
            if (rows.TryRound() && (2 * count <= length || rows.TryRound()))
                return basis;
        }
    }
}
