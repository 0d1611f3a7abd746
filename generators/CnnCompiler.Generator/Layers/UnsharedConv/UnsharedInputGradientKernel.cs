using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.UnsharedConv;

/// <summary>
/// Gradient by the input of a convolution whose weights depend on the position: register tiles of samples, or of input positions with the same pattern of
/// weights, times input channels. Outputs beyond the border are read as zeros.
/// </summary>
/// <param name="Geometry">Shapes, window and tile.</param>
/// <param name="Rows">Patterns along the height.</param>
/// <param name="Columns">Patterns along the width.</param>
/// <param name="Block">Floats of the copied weights of a pattern and a block of inputs.</param>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="DX">The gradient by the input.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record UnsharedInputGradientKernel(
    UnsharedGeometry Geometry, InputPatterns Rows, InputPatterns Columns, long Block, View X, View DY, View DX, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Gradient by its {DX.Sizes()} input of a convolution whose weights depend on the position modulo {Geometry.TileHeight}x{Geometry.TileWidth}.";

    public override string Tasks => $"{TasksPerSample}" + (AcrossSamples ? "" : " * p.Count");

    protected override string Title => $"UnsharedConv_InputGradient_{Geometry.Title}";

    private OutputGroups Groups => new(DX.Channels, DX.Planes);

    private int Outputs => Math.Min(16, Geometry.Output.Channels);

    private int TasksPerSample => Groups.Count * Columns.Count * DX.Height;

    private bool AcrossSamples => Columns.Count == DX.Width;

    private int InputItem => AcrossSamples ? DY.Sample : Geometry.TileWidth * 16;

    private int OutputItem => AcrossSamples ? DX.Sample : Columns.Count * 16;

    private int OtherItem => AcrossSamples ? X.Sample : Columns.Count * 16;

    public override IEnumerable<Code> Uses(VectorIsa isa) => (
        from run in Groups.Runs(isa)
        from size in SampleTiles.Sizes(isa, run.Vectors, Outputs)
        select Tile(isa, run, size)).Concat(Epilogue.SweepUses());

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        int groups = Groups.Count;
        writer.Line("ProductLoops loops = default;");
        writer.Line($"loops.Blocks = {Geometry.OutputBlocks};");
        writer.Line($"loops.BlockStep = {DY.Plane};");
        writer.Line("// Windows that start later read the input at an earlier place.");
        writer.Line($"loops.RowStep = -{DY.Row};");
        writer.Line("loops.ColumnStep = -16;");
        writer.Line($"loops.WeightBlock = (nint){Block}L;");
        writer.Line($"loops.OutputBlock = {DX.Plane};");
        writer.Line($"loops.OtherBlock = {X.Plane};");
        writer.Line($"loops.InputPixel = {InputItem};");
        writer.Line($"loops.OutputPixel = {OutputItem};");
        writer.Line($"loops.OtherPixel = {OtherItem};");
        Epilogue.EmitEnd(writer, isa, sizes, "loops");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int group = task % {groups}, block = group * {Groups.BlocksPerTask}, column = task / {groups} % {Columns.Count}, row = task / {groups * Columns.Count} % {DX.Height};");
            writer.Line(AcrossSamples
                ? "int sample = 0, items = a->Count;"
                : $"int sample = task / {TasksPerSample}, items = ({DX.Width + Columns.Count - 1} - column) / {Columns.Count};");
            writer.Line($"loops.Rows = {Rows.Taps("row")};");
            writer.Line($"loops.Columns = {Columns.Taps("column")};");
            writer.Line($"float* weights = a->W + ((row % {Rows.Count} * {Columns.Count} + column) * {Geometry.InputBlocks}L + block) * {Block}L;");
            writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + ({Rows.Output("row")}) * {DY.Row} + ({Columns.Output("column")}) * 16;");
            writer.Line($"float* dx = a->DX + (nint)sample * {DX.Sample} + (nint)block * {DX.Plane} + row * {DX.Row} + column * 16;");
            writer.Line($"float* other = a->X2 + (nint)sample * {X.Sample} + (nint)block * {X.Plane} + row * {X.Row} + column * 16;");

            Groups.Emit(writer, isa, runs =>
            {
                foreach (OutputRun run in runs)
                {
                    string weights = run.Block == 0 ? "weights" : $"weights + {run.Block * Block}L";
                    ItemTiles.Emit(writer, isa, run.Vectors, Outputs, size => writer.Line(Tile(isa, run, size).Call(
                        $"dy + (nint)item * {InputItem}", weights, $"dx + (nint)item * {OutputItem}{ProductKernel.Plus(run.Block * DX.Plane)}", "null", "null",
                        $"other + (nint)item * {OtherItem}{ProductKernel.Plus(run.Block * X.Plane)}")));
                }
            });
        }
    }

    private ProductTile Tile(VectorIsa isa, OutputRun run, int items) => new(
        isa.Name, items, run.Vectors, run.Padding, new EquatableArray<int>(Enumerable.Range(0, Outputs)), null);
}
