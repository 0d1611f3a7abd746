using System;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;
using static System.FormattableString;

namespace CnnCompiler.Generator.Layers.Conv;

// Convolutions by the direct kernel whose rows are pooled before they reach memory.
internal sealed partial record ConvLayer
{
    // Cycles to store a float and to read it again: 8 bytes a cycle, as Winograd's transforms.
    private const double MemoryCycles = 1;

    // Floats of the lines of one output block: a part of a second-level cache.
    private const long MostLines = 1 << 15;

    // Fewer tasks leave threads idle, where the convolution alone would have kept them busy.
    private const int FewestPooledTasks = 4;

    public override PoolChoice? TakesPool(Shape input, Shape output, Window pool, Shape pooled, bool planar, bool fullUnroll)
    {
        if (pool.Taps > PoolFunction.MaxUnrolledTaps || (!fullUnroll && WinogradForward(input, training: false) is not null))
        {
            return null;
        }

        if ((long)pool.ExtentHeight * output.Width * 16 > MostLines)
        {
            return new PoolChoice(0, "apart from the convolution: the rows of a window would not stay in the cache");
        }

        var packing = new ConvPacking(this, input, planar);
        int chunks = Chunks(output.Height, output.Width, packing), groups = new OutputGroups(Filters, packing.OutputBlocksPerGroup).Count;
        int most = Math.Min(chunks, pooled.Height), fewest = Math.Min(most, (FewestPooledTasks + groups - 1) / groups);

        // Cycles: rows that two parts compute, and tiles that end with each row; what no window reads is saved.
        double row = RowCycles(packing, output.Width), saved = MemoryCycles * packing.OutputBlocks * 16 * output.Positions;
        double apart = IsPointwise(Window(input)) ? chunks * RowCycles(packing, (int)(output.Positions / chunks)) : output.Height * row;
        int shared = Math.Max(0, pool.ExtentHeight - pool.StrideHeight), read = Math.Min(output.Height, ((pooled.Height - 1) * pool.StrideHeight) - pool.Top + pool.ExtentHeight);
        double lost = 0;
        for (int parts = most; parts >= fewest; parts--)
        {
            lost = ((read + ((parts - 1) * shared)) * row) - apart;
            if (lost <= saved)
            {
                return new PoolChoice(parts, Invariant(
                    $"pooled row by row: estimated to save {saved / 1000:0} thousand cycles of memory traffic, and to cost {Math.Max(0, lost) / 1000:0} thousand at most for rows computed twice and narrow tiles"));
            }
        }

        return new PoolChoice(0, Invariant(
            $"apart from the convolution: its rows computed twice and narrow tiles would cost an estimated {lost / 1000:0} thousand cycles, memory traffic costs {saved / 1000:0} thousand"));
    }

    private ProductKernel PooledKernel(OperationContext c, FusedPool pool, Epilogue epilogue)
    {
        Shape map = pool.Input;
        int line = map.Width * 16, plane = pool.Function.Window.ExtentHeight * line;
        var lines = new View(map.Channels, map.Height, map.Width, true, line, plane, plane);
        ProductKernel kernel = ForwardKernel(c.Operation.Input.Shape, c.X, lines, epilogue, c.FullUnroll, rowByRow: true);
        return kernel with
        {
            Chunks = pool.Parts,
            OutputSample = c.Y.Sample,
            Pool = new PooledRows(new PoolRow(pool.Function, lines, c.Y, c.ForwardEpilogue)),
        };
    }

    // Cycles of a row of outputs, all channels, on one core with 256-bit vectors.
    private double RowCycles(ConvPacking packing, int width)
    {
        var isa = new Avx2Isa();
        int vectors = Math.Min(isa.VectorsPerBlock, (Filters + isa.Lanes - 1) / isa.Lanes), inputs = packing.WeightBlock / 16;
        return inputs * packing.OutputBlocks * TilePlan.Split(isa, width, vectors, packing.InputsPerBlock).Sum(tile => tile.Count * TilePlan.Cost(isa, tile.Pixels, vectors));
    }
}
