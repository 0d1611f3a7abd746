using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.UnsharedConv;

/// <summary>
/// Gradients of weights and biases that depend on the position: for each place of the tile, outer products over the samples and the positions that use it.
/// Where there are few places, the batch is cut into a fixed number of parts, which another kernel adds in order.
/// </summary>
/// <param name="Geometry">Shapes, window and tile.</param>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="Bias">Whether there is a bias gradient too.</param>
internal sealed record UnsharedWeightGradientKernel(UnsharedGeometry Geometry, View X, View DY, bool Bias) : Kernel
{
    // Enough independent tasks for any thread count; below, the batch is cut into this many parts.
    private const int FewestTasks = 8;

    public override string Summary => $"Gradient of the weights{(Bias ? " and biases" : "")} of a convolution whose weights depend on the position.";

    public override string Tasks => $"{Parts * TasksPerPart}";

    /// <summary>Parts of the batch; 1 writes the gradient itself.</summary>
    public int Parts => Geometry.AcrossSamples || TasksPerPart >= FewestTasks ? 1 : FewestTasks;

    protected override string Title => $"UnsharedConv_WeightGradient_{Geometry.Title}";

    private OutputGroups Groups => new(Geometry.Output.Channels, Geometry.OutputBlocks);

    private int TasksPerPart => Geometry.TileHeight * Geometry.TileWidth * Groups.Count * Geometry.InputBlocks;

    private int InputItem => Geometry.AcrossSamples ? X.Sample : Geometry.TileWidth * Geometry.Window.StrideWidth * 16;

    private int OutputItem => Geometry.AcrossSamples ? DY.Sample : Geometry.TileWidth * 16;

    public override IEnumerable<Code> Uses(VectorIsa isa)
    {
        IEnumerable<Code> tiles = from run in Groups.Runs(isa) from part in Split(isa, run.Vectors) select Tile(isa, run, part);
        return Bias ? tiles.Append(SumTile.Instance) : tiles;
    }

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        UnsharedGeometry g = Geometry;
        int groups = Groups.Count;
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"// {Parts} parts of the batch, {g.TileHeight}x{g.TileWidth} places, {groups} groups of output channels, {g.InputBlocks} input blocks.");
            writer.Line($"int source = task % {g.InputBlocks}, group = task / {g.InputBlocks} % {groups}, place = task / {g.InputBlocks * groups} % {g.TileHeight * g.TileWidth}, part = task / {TasksPerPart};");
            writer.Line($"int block = group * {Groups.BlocksPerTask}, blocks = Math.Min({Groups.BlocksPerTask}, {g.OutputBlocks} - block);");
            writer.Line($"int row = place / {g.TileWidth}, column = place % {g.TileWidth};");
            writer.Line($"float* dw = a->DW + part * {g.Floats}L + place * {g.Place}L + (nint)block * {g.WeightBlock} + (nint)source * {g.InputMajor};");
            using (writer.Block("for (int i = 0; i < blocks; i++)"))
            {
                writer.Line($"new Span<float>(dw + (nint)i * {g.WeightBlock}, {g.InputMajor}).Clear();");
            }

            if (Bias)
            {
                writer.Line($"float* db = a->DBias + part * {g.BiasFloats}L + ((nint)place * {g.OutputBlocks} + block) * 16;");
                using (writer.Block("if (source == 0)"))
                {
                    writer.Line("new Span<float>(db, blocks * 16).Clear();");
                }
            }

            EmitSums(writer, isa);
        }
    }

    // The positions of a place: rows row, row + tile, ..; columns column, column + tile, ... A tile larger than the output has places without any.
    private void EmitSums(CodeWriter writer, VectorIsa isa)
    {
        UnsharedGeometry g = Geometry;
        int corner = (g.Window.Top * X.Row) + (g.Window.Left * 16);
        string input = $"row * {g.Window.StrideHeight * X.Row} + column * {g.Window.StrideWidth * 16}{ProductKernel.Plus(-corner)}";
        string output = $"(nint)block * {DY.Plane} + row * {DY.Row} + column * 16";
        writer.Line($"int lines = ({DY.Height + g.TileHeight - 1} - row) / {g.TileHeight};");
        if (g.AcrossSamples)
        {
            using (writer.Block($"for (; lines > 0 && column < {DY.Width}; lines--, row += {g.TileHeight})"))
            {
                writer.Line($"float* x = a->X + (nint)source * {X.Plane} + {input};");
                writer.Line($"float* dy = a->DY + {output};");
                Groups.Emit(writer, isa, runs => EmitWindow(writer, isa, runs, "a->Count", "1", "0", "0"));
            }

            return;
        }

        writer.Line($"int pixels = ({DY.Width + g.TileWidth - 1} - column) / {g.TileWidth};");
        using (writer.Block($"for (int sample = (int)((long)a->Count * part / {Parts}); sample < (int)((long)a->Count * (part + 1) / {Parts}); sample++)"))
        {
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + (nint)source * {X.Plane} + {input};");
            writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + {output};");
            Groups.Emit(writer, isa, runs =>
                EmitWindow(writer, isa, runs, "pixels", "lines", $"{g.TileHeight * g.Window.StrideHeight * X.Row}", $"{g.TileHeight * DY.Row}"));
        }
    }

    private void EmitWindow(CodeWriter writer, VectorIsa isa, IReadOnlyList<OutputRun> runs, string pixels, string lines, string inputLine, string outputLine)
    {
        UnsharedGeometry g = Geometry;
        using (writer.Block($"for (int y = 0; y < {g.Window.KernelHeight}; y++)"))
        using (writer.Block($"for (int z = 0; z < {g.Window.KernelWidth}; z++)"))
        {
            writer.Line($"float* point = x + y * {X.Row} + z * 16;");
            writer.Line($"float* weights = dw + (y * {g.Window.KernelWidth} + z) * {g.Tap};");
            foreach (OutputRun run in runs)
            {
                foreach ((int first, int count) in Split(isa, run.Vectors))
                {
                    writer.Line($"{Tile(isa, run, (first, count)).Name}.Run(point{ProductKernel.Plus(first)}, dy{ProductKernel.Plus(run.Block * DY.Plane)}, "
                        + $"weights{ProductKernel.Plus((first * 16) + (run.Block * g.WeightBlock))}, {pixels}, {lines}, {InputItem}, {OutputItem}, {inputLine}, {outputLine}, {DY.Plane}, {g.WeightBlock});");
                }
            }
        }

        if (Bias)
        {
            using (writer.Block("if (source == 0)"))
            using (writer.Block("for (int i = 0; i < blocks; i++)"))
            {
                writer.Line(SumTile.Instance.Call(isa, $"dy + (nint)i * {DY.Plane}", "db + i * 16", pixels, $"{OutputItem}", lines, outputLine));
            }
        }
    }

    // Inputs of a window position, cut so that a tile's sums fit the registers.
    private IReadOnlyList<(int First, int Count)> Split(VectorIsa isa, int vectors)
    {
        var parts = new List<(int, int)>();
        int first = 0;
        foreach ((int size, int count) in TilePlan.Split(isa, Geometry.Inputs, vectors, 2))
        {
            for (int i = 0; i < count; i++, first += size)
            {
                parts.Add((first, size));
            }
        }

        return parts;
    }

    private OuterTile Tile(VectorIsa isa, OutputRun run, (int First, int Count) part) =>
        new(isa.Name, new EquatableArray<int>(Enumerable.Range(0, part.Count)), run.Vectors);
}
