using System.Linq;
using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class WindowRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(-2)]
    public void Clip_IsCounting(int step)
    {
        for (int rows = 0; rows < 8; rows++)
        {
            for (int inputs = 1; inputs < 7; inputs++)
            {
                for (int first = -12; first < 20; first++)
                {
                    int[] seen = [.. Enumerable.Range(0, rows).Where(row => first + row * step >= 0 && first + row * step < inputs)];
                    int count = WindowRows.Clip(first, step, rows, inputs, out int skipped);
                    Assert.Equal(seen.Length, count);
                    if (count > 0)
                        Assert.Equal(seen[0], skipped);
                    Assert.InRange(skipped, 0, rows);
                }
            }
        }
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    public void Clip_OfASingleRow_NeedsNoStep(int first, int expected) => Assert.Equal(expected, WindowRows.Clip(first, 0, 1, 5, out _));
}
