using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class BatchPartsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(64)]
    public void Count_LeavesEveryPartSamples_AndNoneTooMany(int chunk)
    {
        for (int samples = 1; samples < 700; samples++)
        {
            int parts = BatchParts.Count(samples, chunk);
            if (samples <= chunk)
            {
                Assert.Equal(1, parts);
                continue;
            }

            Assert.Equal(0, parts % 2);
            Assert.InRange(samples / parts, 1, chunk);
            Assert.InRange((samples + parts - 1) / parts, 1, chunk);
        }
    }

    [Theory]
    [InlineData(33, 2)]
    [InlineData(64, 4)]
    [InlineData(100, 6)]
    [InlineData(128, 8)]
    [InlineData(1000, 32)]
    public void Count_LeavesSixteenSamples_OrAWholeChunk(int samples, int parts) => Assert.Equal(parts, BatchParts.Count(samples, 32));

    [Fact]
    public void Count_WithoutAChunk_IsOne() => Assert.Equal(1, BatchParts.Count(1_000_000, 0));
}
