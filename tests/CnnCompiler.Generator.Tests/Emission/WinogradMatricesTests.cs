using System;
using System.Linq;
using CnnCompiler.Generator.Emission.Winograd;
using Xunit;

namespace CnnCompiler.Generator.Tests.Emission;

public sealed class WinogradMatricesTests
{
    public static TheoryData<int, int> Tiles => new() { { 2, 3 }, { 4, 3 }, { 6, 3 }, { 2, 5 }, { 4, 5 }, { 2, 7 } };

    [Theory, MemberData(nameof(Tiles))]
    public void Product_OfTransforms_IsTheConvolution(int outputs, int window)
    {
        var tile = new WinogradTile(outputs, window);
        double[] inputs = [.. Enumerable.Range(0, tile.Points).Select(i => Math.Sin(i + 1))], weights = [.. Enumerable.Range(0, window).Select(i => Math.Cos(3 * i))];
        double[] points = [.. Times(WinogradMatrices.Input(tile), inputs).Zip(Times(WinogradMatrices.Weights(tile), weights), (input, weight) => input * weight)];
        double[] found = Times(WinogradMatrices.Transpose(WinogradMatrices.Outputs(tile)), points);
        for (int i = 0; i < outputs; i++)
        {
            Assert.Equal(Enumerable.Range(0, window).Sum(k => inputs[i + k] * weights[k]), found[i], 12);
        }
    }

    // What the emitted code shares between two points, and that inputs and outputs are transformed without rounding constants.
    [Theory, MemberData(nameof(Tiles))]
    public void OppositePoints_DifferInTheSignsOfOddEntries(int outputs, int window)
    {
        var tile = new WinogradTile(outputs, window);
        Assert.Equal(0, tile.Points % 2);
        foreach (double[,] matrix in new[] { WinogradMatrices.Input(tile), WinogradMatrices.Weights(tile), WinogradMatrices.Outputs(tile) })
        {
            for (int row = 1; row < tile.Points - 1; row += 2)
            {
                for (int column = 0; column < matrix.GetLength(1); column++)
                {
                    Assert.Equal(matrix[row, column] * (column % 2 == 0 ? 1 : -1), matrix[row + 1, column]);
                }
            }
        }

        Assert.All(WinogradMatrices.Input(tile).Cast<double>().Concat(WinogradMatrices.Outputs(tile).Cast<double>()), entry => Assert.Equal(entry, (float)entry));
    }

    private static double[] Times(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(row => Enumerable.Range(0, vector.Length).Sum(column => matrix[row, column] * vector[column]))];
}
