using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using Xunit;

namespace CnnCompiler.Generator.Tests.Emission;

public sealed class ProductKernelTests
{
    // Rows are cut into other tiles where the last blocks of channels fill other vectors: both cuts stand in one text, whose sizes must not be confused.
    [Theory]
    [InlineData(16)]
    [InlineData(25)]
    public void Driver_OfAnyWidth_AndNumberOfFilters_NamesItsSizes(int unrolled)
    {
        int[] filters = [.. Enumerable.Range(1, 65), 76, 80, 92, 100, 108, 112, 144, 176, 208, 240];
        foreach (int width in Enumerable.Range(1, 160))
        {
            foreach (int channels in filters)
            {
                KernelCompiles(width, channels, unrolled);
            }
        }
    }

    private static void KernelCompiles(int width, int channels, int unrolled)
    {
        var offsets = new EquatableArray<int>(Enumerable.Range(0, unrolled));
        var rows = new ProductRows(7, width, 0, 16 * width, 16, 0, 16 * width, 16, 0, 0, 1, 0, 1, 0, offsets, 0, 16 * unrolled);
        int blocks = (channels + 15) / 16;
        var kernel = new ProductKernel(
            "Conv_Forward", "A product.", new([rows]), channels, 1, 16, blocks, 0, 112 * width, 112 * width, 112 * width * blocks, 0, 0, 1, Epilogue.None, ("X", "W", "Y"));
        Assert.NotEmpty(kernel.Compile(VectorIsa.All).Sizes);
    }
}
