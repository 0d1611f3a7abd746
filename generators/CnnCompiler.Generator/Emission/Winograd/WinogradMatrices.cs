using System;
using System.Linq;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// The matrices of one dimension, y = A^T [(G g) * (B^T d)], by the construction of Cook and Toom: polynomials are multiplied by their values at points, the
/// last of which is infinity. Small numbers and their inverses keep rounding errors small, and points come in pairs of opposite sign, whose rows (or
/// columns) differ only in the signs of their odd entries. Entries of B^T and A are sums of powers of two: exact in single precision. A point of 1/2 is taken as
/// (1 : 2), whose powers in A are whole numbers that other points have too, so that fewer constants take registers.
/// </summary>
internal static class WinogradMatrices
{
    private static readonly double[] _points = [0, 1, -1, 2, -2, 0.5, -0.5];

    /// <summary>B^T: inputs to points. A row holds the coefficients of the polynomial that is zero at all other points.</summary>
    public static double[,] Input(WinogradTile tile)
    {
        int last = tile.Points - 1;
        var matrix = new double[tile.Points, tile.Points];
        for (int point = 0; point <= last; point++)
        {
            double[] coefficients = new double[tile.Points];
            coefficients[0] = 1;
            foreach (double root in _points.Take(last).Where((_, other) => other != point))
            {
                for (int degree = last; degree >= 0; degree--)
                {
                    coefficients[degree] = (degree == 0 ? 0 : coefficients[degree - 1]) - (root * coefficients[degree]);
                }
            }

            for (int degree = 0; degree <= last; degree++)
            {
                matrix[point, degree] = coefficients[degree];
            }
        }

        return matrix;
    }

    /// <summary>G: weights to points.</summary>
    public static double[,] Weights(WinogradTile tile)
    {
        double[,] matrix = Powers(tile.Points, tile.Window);
        for (int point = 0; point < tile.Points - 1; point++)
        {
            // Powers here and in A have this factor.
            double product = Math.Pow(Denominator(point), tile.Points - 1);
            foreach (double other in _points.Take(tile.Points - 1).Where((_, other) => other != point))
            {
                product *= _points[point] - other;
            }

            for (int i = 0; i < tile.Window; i++)
            {
                matrix[point, i] /= product;
            }
        }

        return matrix;
    }

    /// <summary>A: gradients by outputs to those by points; its transpose takes points to outputs.</summary>
    public static double[,] Outputs(WinogradTile tile) => Powers(tile.Points, tile.Outputs);

    /// <summary>The transpose.</summary>
    public static double[,] Transpose(double[,] matrix)
    {
        var result = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (int row = 0; row < matrix.GetLength(0); row++)
        {
            for (int column = 0; column < matrix.GetLength(1); column++)
            {
                result[column, row] = matrix[row, column];
            }
        }

        return result;
    }

    private static double Denominator(int point) => Math.Abs(_points[point]) is > 0 and < 1 ? 1 / Math.Abs(_points[point]) : 1;

    // The values of 1, x, x^2, .. at the points, times the denominator's highest power; at infinity the highest power alone counts.
    private static double[,] Powers(int points, int count)
    {
        var matrix = new double[points, count];
        for (int point = 0; point < points - 1; point++)
        {
            double power = Math.Pow(Denominator(point), count - 1);
            for (int i = 0; i < count; i++, power *= _points[point])
            {
                matrix[point, i] = power;
            }
        }

        matrix[points - 1, count - 1] = 1;
        return matrix;
    }
}
