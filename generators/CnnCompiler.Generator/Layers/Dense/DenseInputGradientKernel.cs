using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dense;

/// <summary>Gradient of a dense layer by its input: the same register tiles on transposed weights, a block of channels at one position at a time.</summary>
internal sealed record DenseInputGradientKernel(int Units, View DX, View X, int OutputSample, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Gradient of a dense layer by its input: {Units} to {DX.Sizes()}.";

    public override string Tasks => $"{DX.Planes * DX.Height * DX.Width}";

    protected override string Title => $"Dense_InputGradient_{DX.Sizes()}_{Units}";

    private int OutputBlocks => (Units + 15) / 16;

    private int Rows => Math.Min(16, Units);

    public override IEnumerable<Code> Uses(VectorIsa isa) =>
        from channels in new[] { Math.Min(16, DX.Channels), DX.Channels - (16 * (DX.Planes - 1)) }
        from size in Sizes(isa, channels)
        select Tile(isa, channels, size);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        writer.Line("ProductLoops loops = default;");
        writer.Line("loops.Blocks = 1;");
        writer.Line("loops.Rows = 1;");
        int positions = DX.Height * DX.Width, last = DX.Channels - (16 * (DX.Planes - 1));
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int block = task / {positions}, row = task / {DX.Width} % {DX.Height}, column = task % {DX.Width}, sample = 0, last = a->Count;");
            writer.Line($"float* weights = a->W + (nint)task * {OutputBlocks * Rows * 16};");
            writer.Line($"nint target = (nint)block * {DX.Plane} + row * {DX.Row} + column * 16;");
            if (!Epilogue.Derivative.IsNone)
            {
                writer.Line($"nint source = (nint)block * {X.Plane} + row * {X.Row} + column * 16;");
            }

            // Fewer vectors do for the last block where it is mostly padding.
            if (DX.Planes > 1 && Vectors(isa, last) != Vectors(isa, 16))
            {
                using (writer.Block($"if (block == {DX.Planes - 1})"))
                {
                    EmitTiles(writer, isa, last);
                    writer.Line("continue;");
                }
            }

            EmitTiles(writer, isa, DX.Planes > 1 ? 16 : DX.Channels);
        }
    }

    private void EmitTiles(CodeWriter writer, VectorIsa isa, int channels) => SampleTiles.Emit(writer, Sizes(isa, channels), size =>
    {
        int unroll = SampleTiles.Unroll(Rows, size);
        writer.Line($"loops.Columns = {OutputBlocks * Rows / unroll};");
        writer.Line($"loops.ColumnStep = {unroll};");
        writer.Line(Tile(isa, channels, size).Call(
            $"a->DY + (nint)sample * {OutputSample}", "weights", $"a->DX + (nint)sample * {DX.Sample} + target", "null", "null", $"a->X2 + (nint)sample * {X.Sample} + source"));
    });

    private IReadOnlyList<int> Sizes(VectorIsa isa, int channels) => SampleTiles.Sizes(isa, Vectors(isa, channels), Rows);

    private static int Vectors(VectorIsa isa, int channels) => (channels + isa.Lanes - 1) / isa.Lanes;

    private ProductTile Tile(VectorIsa isa, int channels, int samples) => new(
        isa.Name, samples, Vectors(isa, channels), isa.VectorsPerBlock - Vectors(isa, channels), new EquatableArray<int>(Enumerable.Range(0, SampleTiles.Unroll(Rows, samples))),
        OutputSample, DX.Sample, X.Sample, Epilogue);
}
