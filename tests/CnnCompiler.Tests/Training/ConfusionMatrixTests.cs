using System;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Counts_GiveAccuracyRecallAndPrecision()
    {
        var matrix = new ConfusionMatrix(3);
        foreach ((int label, int predicted) in new[] { (0, 0), (0, 0), (0, 1), (1, 1) })
        {
            matrix.Add(label, predicted);
        }

        Assert.Equal((4, 3, 0.75), (matrix.Total, matrix.Correct, matrix.Accuracy));
        Assert.Equal((1, 2), (matrix[0, 1], matrix[0, 0]));
        Assert.Equal(2 / 3.0, matrix.Recall(0));
        Assert.Equal(0.5, matrix.Precision(1));
        Assert.Equal(double.NaN, matrix.Recall(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(0, -1));
    }

    [Fact]
    public void ToString_IsATable()
    {
        var matrix = new ConfusionMatrix(2);
        matrix.Add(0, 0);
        matrix.Add(0, 1);
        matrix.Add(1, 1);
        Assert.Equal(
            """
            true \ predicted
                         0      1   recall
                  0      1      1    50.0%
                  1      0      1   100.0%
              prec. 100.0%  50.0%    66.7%

            """,
            matrix.ToString());
    }
}
