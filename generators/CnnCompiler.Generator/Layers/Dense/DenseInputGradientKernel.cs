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
    public override string Summary => "Gradient of a dense layer by its input.";

    public override string Tasks => $"{DX.Planes * DX.Height * DX.Width}";

    protected override string Title => "Dense_InputGradient";

    private int OutputBlocks => (Units + 15) / 16;

    private int Rows => Math.Min(16, Units);

    public override IEnumerable<Code> Uses(VectorIsa isa) => (
        from channels in new[] { Math.Min(16, DX.Channels), DX.Channels - (16 * (DX.Planes - 1)) }
        from size in TileSizes(isa, channels)
        select Tile(isa, channels, size)).Concat(Epilogue.SweepUses());

    public override bool UsesVectors => false;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView dx = sizes.Of("dx", DX), x = sizes.Of("x", X);
        string height = sizes["height", DX.Height], width = sizes["width", DX.Width], outputs = sizes["outputs", OutputBlocks * Rows];
        writer.Line("ProductLoops loops = default;");
        writer.Line("(loops.Blocks, loops.Rows) = (1, 1);");
        writer.Line($"(loops.InputPixel, loops.OutputPixel, loops.OtherPixel) = ({sizes["dySample", OutputSample]}, {dx.Sample}, {x.Sample}); // samples in the place of pixels");
        Epilogue.EmitEnd(writer, isa, sizes, "loops");
        int last = DX.Channels - (16 * (DX.Planes - 1));
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int block = task / ({height} * {width}), row = task / {width} % {height}, column = task % {width}, sample = 0, last = a->Count;");
            writer.Line($"float* weights = a->W + (nint)task * {outputs} * 16;");
            writer.Line($"nint target = (nint)block * {dx.Plane} + row * {dx.Row} + column * 16;");
            writer.Line($"nint source = (nint)block * {x.Plane} + row * {x.Row} + column * 16;");

            // Fewer vectors do for the last block where it is mostly padding.
            if (DX.Planes > 1 && Vectors(isa, last) != Vectors(isa, 16))
            {
                using (writer.Block($"if (block == {sizes["blocks", DX.Planes]} - 1)"))
                {
                    EmitTiles(writer, isa, sizes, last);
                    writer.Line("continue;");
                }

                writer.Line();
            }

            EmitTiles(writer, isa, sizes, DX.Planes > 1 ? 16 : DX.Channels);
        }
    }

    private void EmitTiles(CodeWriter writer, VectorIsa isa, Sizes sizes, int channels) => SampleTiles.Emit(writer, TileSizes(isa, channels), size =>
    {
        int unroll = SampleTiles.Unroll(Rows, size);
        writer.Line($"(loops.Columns, loops.ColumnStep) = ({sizes["outputs", OutputBlocks * Rows]} / {unroll}, {unroll});");
        writer.Line(Tile(isa, channels, size).Call(
            $"a->DY + (nint)sample * {sizes["dySample", OutputSample]}", "weights", $"a->DX + (nint)sample * {sizes.Of("dx", DX).Sample} + target", "null", "null",
            $"a->X2 + (nint)sample * {sizes.Of("x", X).Sample} + source"));
    });

    private IReadOnlyList<int> TileSizes(VectorIsa isa, int channels) => SampleTiles.Sizes(isa, Vectors(isa, channels), Rows);

    private static int Vectors(VectorIsa isa, int channels) => (channels + isa.Lanes - 1) / isa.Lanes;

    private ProductTile Tile(VectorIsa isa, int channels, int samples) => new(
        isa.Name, samples, Vectors(isa, channels), isa.VectorsPerBlock - Vectors(isa, channels), new EquatableArray<int>(Enumerable.Range(0, SampleTiles.Unroll(Rows, samples))), null);
}
