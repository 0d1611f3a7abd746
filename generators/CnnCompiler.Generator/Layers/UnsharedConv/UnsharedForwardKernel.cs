using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.UnsharedConv;

/// <summary>Convolution with weights that depend on the position: register tiles of samples, or of positions with the same weights, times output channels.</summary>
/// <param name="Geometry">Shapes, window and tile.</param>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record UnsharedForwardKernel(UnsharedGeometry Geometry, View X, View Y, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Convolution of {X.Sizes()} to {Y.Sizes()} with weights that depend on the position modulo {Geometry.TileHeight}x{Geometry.TileWidth}.";

    public override string Tasks => $"{TasksPerSample}" + (Geometry.AcrossSamples ? "" : " * p.Count");

    protected override string Title => $"UnsharedConv_Forward_{Geometry.Title}";

    private OutputGroups Groups => new(Geometry.Output.Channels, Geometry.OutputBlocks);

    private int TasksPerSample => Groups.Count * Geometry.Columns * Y.Height;

    private int InputItem => Geometry.AcrossSamples ? X.Sample : Geometry.TileWidth * Geometry.Window.StrideWidth * 16;

    private int OutputItem => Geometry.AcrossSamples ? Y.Sample : Geometry.TileWidth * 16;

    public override IEnumerable<Code> Uses(VectorIsa isa) => (
        from run in Groups.Runs(isa)
        from size in SampleTiles.Sizes(isa, run.Vectors, Geometry.Inputs)
        select Tile(isa, run, size)).Concat(Epilogue.SweepUses());

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        UnsharedGeometry g = Geometry;
        int groups = Groups.Count;
        writer.Line("ProductLoops loops = default;");
        writer.Line($"loops.Blocks = {g.InputBlocks};");
        writer.Line($"loops.BlockStep = {X.Plane};");
        writer.Line($"loops.Rows = {g.Window.KernelHeight};");
        writer.Line($"loops.RowStep = {X.Row};");
        writer.Line($"loops.Columns = {g.Window.KernelWidth};");
        writer.Line("loops.ColumnStep = 16;");
        writer.Line($"loops.WeightBlock = {g.WeightBlock};");
        writer.Line($"loops.OutputBlock = {Y.Plane};");
        writer.Line($"loops.InputPixel = {InputItem};");
        writer.Line($"loops.OutputPixel = {OutputItem};");
        Epilogue.EmitEnd(writer, isa, sizes, "loops");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int group = task % {groups}, block = group * {Groups.BlocksPerTask}, column = task / {groups} % {g.Columns}, row = task / {groups * g.Columns} % {Y.Height};");
            writer.Line(g.AcrossSamples
                ? "int sample = 0, items = a->Count;"
                : $"int sample = task / {TasksPerSample}, items = ({Y.Width + g.TileWidth - 1} - column) / {g.TileWidth};");
            writer.Line($"int place = row % {g.TileHeight} * {g.TileWidth} + column;");
            writer.Line($"float* weights = a->W + place * {g.Place}L + (nint)block * {g.WeightBlock};");
            if (Epilogue.Bias)
            {
                writer.Line($"float* bias = a->Bias + ((nint)place * {g.OutputBlocks} + block) * 16;");
            }

            int corner = (g.Window.Top * X.Row) + (g.Window.Left * 16);
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + row * {g.Window.StrideHeight * X.Row} + column * {g.Window.StrideWidth * 16}{ProductKernel.Plus(-corner)};");
            writer.Line($"float* y = a->Y + (nint)sample * {Y.Sample} + (nint)block * {Y.Plane} + row * {Y.Row} + column * 16;");
            Groups.Emit(writer, isa, runs =>
            {
                foreach (OutputRun run in runs)
                {
                    ItemTiles.Emit(writer, isa, run.Vectors, g.Inputs, size => writer.Line(Tile(isa, run, size).Call(
                        $"x + (nint)item * {InputItem}", "weights" + ProductKernel.Plus(run.Block * g.WeightBlock),
                        $"y + (nint)item * {OutputItem}{ProductKernel.Plus(run.Block * Y.Plane)}", Epilogue.Bias ? "bias" + ProductKernel.Plus(run.Block * 16) : "null", "null", "null")));
                }
            });
        }
    }

    private ProductTile Tile(VectorIsa isa, OutputRun run, int items) => new(
        isa.Name, items, run.Vectors, run.Padding, new EquatableArray<int>(Enumerable.Range(0, Geometry.Inputs)), null);
}
