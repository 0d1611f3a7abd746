using System;
using System.Runtime.Intrinsics;
using CnnCompiler.Runtime;

namespace CnnCompiler.Initialization;

/// <summary>
/// Makes the rows of a matrix orthonormal, each from those before it, as Gram and Schmidt do, by way of their products: A * A' = L * L' (Cholesky), then L * X = A.
/// So nearly all of the work is products of matrices, on several threads.
/// </summary>
/// <remarks>Vectors of one fixed width, no fused multiply-add and sums in one order, so that every machine computes the same bits at any number of threads.</remarks>
/// <param name="matrix">Row-major elements, replaced.</param>
/// <param name="count">Rows.</param>
/// <param name="length">Columns, at least as many.</param>
/// <param name="threads">Threads to use at most, the caller's included.</param>
internal sealed unsafe class Orthonormalization(double[] matrix, int count, int length, int threads)
{
    // Rows of a task of the products, and columns that they go through at a time; columns of a task of the solution.
    private const int RowsOfTask = 16, ColumnsAtATime = 256, ColumnsOfTask = 16;

    // A pivot so small against its diagonal element is rounding.
    private const double SmallestPivot = 1e-13;

    private readonly double[] _triangle = new double[checked(count * count)];

    /// <summary>Replaces the rows, once.</summary>
    /// <returns>False where a row depends on those before; the matrix is as it was.</returns>
    public bool TryRound()
    {
        Array.Clear(_triangle);
        ThreadedLoop.Run((count + RowsOfTask - 1) / RowsOfTask, threads, task => MultiplyRows(task * RowsOfTask, Math.Min((task + 1) * RowsOfTask, count)));
        if (!TryFactor())
            return false;
        ThreadedLoop.Run((length + ColumnsOfTask - 1) / ColumnsOfTask, threads, task => Solve(task * ColumnsOfTask, Math.Min(ColumnsOfTask, length - task * ColumnsOfTask)));
        return true;
    }

    // Products of some rows with those up to them: the lower triangle of A * A'.
    private void MultiplyRows(int begin, int end)
    {
        fixed (double* rows = matrix, triangle = _triangle)
        {
            for (int column = 0; column < length; column += ColumnsAtATime)
            {
                int columns = Math.Min(ColumnsAtATime, length - column);
                for (int other = 0; other < end; other++)
                {
                    double* right = rows + (long)other * length + column;
                    int row = Math.Max(begin, other);
                    for (; row + 4 <= end; row += 4)
                        AddProducts(rows + (long)row * length + column, right, columns, triangle + (long)row * count + other);
                    for (; row < end; row++)
                        triangle[(long)row * count + other] += Dot(rows + (long)row * length + column, right, columns);
                }
            }
        }
    }

    // Four rows at a time, so that each vector of the other one is loaded once for all of them.
    private void AddProducts(double* left, double* right, int columns, double* products)
    {
        Vector256<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        int i = 0;
        for (; i + 4 <= columns; i += 4)
        {
            Vector256<double> other = Vector256.Load(right + i);
            sum0 += Vector256.Load(left + i) * other;
            sum1 += Vector256.Load(left + length + i) * other;
            sum2 += Vector256.Load(left + 2L * length + i) * other;
            sum3 += Vector256.Load(left + 3L * length + i) * other;
        }

        products[0] += Vector256.Sum(sum0) + Rest(left, right, i, columns);
        products[count] += Vector256.Sum(sum1) + Rest(left + length, right, i, columns);
        products[2L * count] += Vector256.Sum(sum2) + Rest(left + 2L * length, right, i, columns);
        products[3L * count] += Vector256.Sum(sum3) + Rest(left + 3L * length, right, i, columns);
    }

    // A * A' = L * L', row by row in place.
    private bool TryFactor()
    {
        fixed (double* triangle = _triangle)
        {
            for (int row = 0; row < count; row++)
            {
                double* current = triangle + (long)row * count;
                for (int column = 0; column < row; column++)
                {
                    double* other = triangle + (long)column * count;
                    current[column] = (current[column] - Dot(current, other, column)) / other[column];
                }

                double pivot = current[row] - Dot(current, current, row);
                if (!(pivot > SmallestPivot * current[row]))
                    return false;
                current[row] = Math.Sqrt(pivot);
            }
        }

        return true;
    }

    // L * X = A for some columns, from the first row to the last. They are copied to the front: rows of the matrix lie far apart.
    private void Solve(int begin, int columns)
    {
        var copy = new double[count * ColumnsOfTask];
        fixed (double* elements = matrix, triangle = _triangle, solved = copy)
        {
            for (int row = 0; row < count; row++)
            {
                double* source = elements + (long)row * length + begin, target = solved + row * ColumnsOfTask;
                new ReadOnlySpan<double>(source, columns).CopyTo(new Span<double>(target, columns));
                SolveRow(triangle + (long)row * count, row, solved);
                new ReadOnlySpan<double>(target, columns).CopyTo(new Span<double>(source, columns));
            }
        }
    }

    private static void SolveRow(double* factors, int row, double* solved)
    {
        double* target = solved + row * ColumnsOfTask;
        Vector256<double> sum0 = Vector256.Load(target), sum1 = Vector256.Load(target + 4), sum2 = Vector256.Load(target + 8), sum3 = Vector256.Load(target + 12);
        for (int earlier = 0; earlier < row; earlier++)
        {
            Vector256<double> factor = Vector256.Create(factors[earlier]);
            double* other = solved + earlier * ColumnsOfTask;
            sum0 -= factor * Vector256.Load(other);
            sum1 -= factor * Vector256.Load(other + 4);
            sum2 -= factor * Vector256.Load(other + 8);
            sum3 -= factor * Vector256.Load(other + 12);
        }

        Vector256<double> diagonal = Vector256.Create(factors[row]);
        (sum0 / diagonal).Store(target);
        (sum1 / diagonal).Store(target + 4);
        (sum2 / diagonal).Store(target + 8);
        (sum3 / diagonal).Store(target + 12);
    }

    private static double Dot(double* left, double* right, int columns)
    {
        Vector256<double> even = default, odd = default;
        int i = 0;
        for (; i + 8 <= columns; i += 8)
        {
            even += Vector256.Load(left + i) * Vector256.Load(right + i);
            odd += Vector256.Load(left + i + 4) * Vector256.Load(right + i + 4);
        }

        return Vector256.Sum(even + odd) + Rest(left, right, i, columns);
    }

    private static double Rest(double* left, double* right, int begin, int end)
    {
        double sum = 0;
        for (int i = begin; i < end; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
