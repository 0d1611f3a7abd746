using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// Multiplies a chunk of transformed tiles by the transformed weights and transforms the products to outputs: output block by output block, so that the
/// products of one block stay in the second-level cache.
/// </summary>
/// <param name="Tile">The size of a tile.</param>
/// <param name="Inputs">Inputs of a block: 16, or all where there are fewer.</param>
/// <param name="Lanes">Channels of an output block that are computed: 16, or 8 where a single block has no more; the others are set to zero.</param>
internal sealed record WinogradOutput(WinogradTile Tile, int Inputs, int Lanes) : Code
{
    public override string Summary =>
        $"Winograd {Tile}: {Tile.Products} products of transformed tiles and weights, then Y = A^T M A, stored a block of 16 channels at a time.";

    protected override string Title => $"WinogradOutput_{Tile.Title}{(Inputs < 16 ? $"I{Inputs}" : "")}{(Lanes < 16 ? $"L{Lanes}" : "")}";

    protected override bool IsUnique => true;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Enumerable.Range(1, Together(isa)).Select(blocks => Product(isa, blocks));

    /// <summary>The statement that computes a chunk.</summary>
    public string Call(VectorIsa isa, string u, string y, string begin, string end, string m) =>
        $"{Name}.{isa.Name}({u}, a->W, {y}, a->Bias, a->Gain, a->X2, &shape, first, count, {begin}, {end}, {m});";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        EmitProducts(writer, isa);
        writer.Line();
        EmitChunk(writer, isa);
        writer.Line();
        EmitTile(writer, isa);
    }

    private void EmitProducts(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("/// <summary>Computes output blocks <paramref name=\"begin\"/> to <paramref name=\"end\"/> (exclusive) of tiles <paramref name=\"first\"/> and following of the batch.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* u, float* w, float* y, float* bias, float* gain, float* z, WinogradShape* shape, int first, int count, int begin, int end, float* m)"))
        {
            writer.Line($$"""
                nint line = count * 16, inputPoint = line * shape->InputBlocks + 16, point = line + 16, weightPoint = shape->InputBlocks * {{Inputs * 16}};
                ProductLoops loops = default;
                loops.Blocks = shape->InputBlocks;
                loops.BlockStep = line;
                loops.InputPixel = 16;
                loops.OutputPixel = 16;
                loops.Rows = 1;
                loops.Columns = 1;
                loops.WeightBlock = {{Tile.Products}} * weightPoint;
                loops.OutputBlock = {{Tile.Products}} * point;
                float* buffer = m + {{Together(isa)}} * loops.OutputBlock;
                """);
            if (Together(isa) == 1)
            {
                using (writer.Block("for (int block = begin; block < end; block++)"))
                {
                    EmitBlocks(writer, isa, 1);
                }

                return;
            }

            writer.Line("int block = begin;");
            using (writer.Block("for (; block + 2 <= end; block += 2)"))
            {
                EmitBlocks(writer, isa, 2);
            }

            writer.Line();
            using (writer.Block("if (block < end)"))
            {
                EmitBlocks(writer, isa, 1);
            }
        }
    }

    private void EmitBlocks(CodeWriter writer, VectorIsa isa, int blocks)
    {
        writer.Line("float* weights = w + block * loops.WeightBlock;");
        using (writer.Block($"for (int i = 0; i < {Tile.Products}; i++)"))
        {
            writer.Line($"{Product(isa, blocks).Name}.Run(u + i * inputPoint, weights + i * weightPoint, m + i * point, count, &loops);");
        }

        writer.Line();
        for (int i = 0; i < blocks; i++)
        {
            writer.Line($"{isa.Name}Chunk({(i == 0 ? "m" : "m + loops.OutputBlock")}, y, bias, gain, z, shape, first, count, {(i == 0 ? "block" : "block + 1")}, buffer);");
        }
    }

    private void EmitChunk(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {isa.Name}Chunk(float* m, float* y, float* bias, float* gain, float* z, WinogradShape* shape, int first, int count, int block, float* buffer)"))
        {
            writer.Line("int sample = first / shape->Tiles, row = first % shape->Tiles / shape->TileColumns, column = first % shape->TileColumns;");
            writer.Line("y += block * shape->OutputBlock;");
            writer.Line("z += block * shape->OtherBlock;");
            using (writer.Block("for (int tile = 0; tile < count; tile++)"))
            {
                writer.Line($$"""
                    int rows = Math.Min({{Tile.Outputs}}, shape->Height - {{Tile.Outputs}} * row), columns = Math.Min({{Tile.Outputs}}, shape->Width - {{Tile.Outputs}} * column);
                    float* target = y + sample * shape->OutputSample + {{Tile.Outputs}} * row * shape->OutputRow + column * {{Tile.Outputs * 16}};
                    float* other = z + sample * shape->OtherSample + {{Tile.Outputs}} * row * shape->OtherRow + column * {{Tile.Outputs * 16}};
                    {{isa.Name}}Tile(m + tile * 16, count * 16 + 16, target, bias + block * 16, gain + block * 16, other, shape, rows, columns, buffer);
                    for (int i = 0; shape->Finish != null && i < rows; i++)
                    {
                        shape->Finish(target + i * shape->OutputRow, 16, other + i * shape->OtherRow, 16, columns, 16);
                    }

                    """);
                WinogradInput.EmitNext(writer);
            }
        }
    }

    private void EmitTile(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {isa.Name}Tile(float* m, nint point, float* outputs, float* bias, float* gain, float* others, WinogradShape* shape, int rows, int columns, float* buffer)"))
        {
            EmitLanes(writer, isa);
            if (Lanes < 16 && isa.Lanes < 16)
            {
                EmitZeros(writer);
            }
        }
    }

    private void EmitLanes(CodeWriter writer, VectorIsa isa)
    {
        int n = Tile.Points;
        writer.Line("TileEnd end = shape->End;");
        writer.Line($"bool whole = columns == {Tile.Outputs} && (end & ~(TileEnd.Gain | TileEnd.Bias | TileEnd.Relu)) == 0;");
        writer.Line($"nint step = {n} * point;");
        writer.Line("V floor = (end & TileEnd.Relu) != 0 ? V.Zero : Create(float.NegativeInfinity);");
        using (writer.Block($"for (int lane = 0; lane < {Lanes}; lane += {isa.Lanes})"))
        {
            writer.Line("V gain0 = (end & TileEnd.Gain) != 0 ? Load(gain + lane) : V.One;");
            writer.Line("V bias0 = (end & (TileEnd.Gain | TileEnd.Bias)) != 0 ? Load(bias + lane) : V.Zero;");
            writer.Line("// Down the columns.");
            using (writer.Block($"for (int i = 0; i < {n}; i++)"))
            {
                writer.Line("float* source = m + i * point + lane;");
                writer.Line($"float* target = buffer + i * {isa.Lanes};");
                WinogradTransform.Output(writer, isa, Tile, new("source", "step"), new("target", $"{n * isa.Lanes}"));
            }

            writer.Line("\n// Along the rows that the output has.");
            using (writer.Block("for (int i = 0; i < rows; i++)"))
            {
                writer.Line($"float* line = buffer + i * {n * isa.Lanes}, target = outputs + i * shape->OutputRow + lane;");
                using (writer.Block("if (whole)"))
                {
                    WinogradTransform.Output(writer, isa, Tile, new("line", $"{isa.Lanes}"), new("target", "16"), result => $"MaxNative(floor, {isa.MultiplyAdd(result, "gain0", "bias0")})");
                    writer.Line("continue;");
                }

                writer.Line("// At an edge, or with more at the end of a tile: through the buffer, pixel by pixel.");
                using (writer.Block(""))
                {
                    WinogradTransform.Output(writer, isa, Tile, new("line", $"{isa.Lanes}"), new("line", $"{isa.Lanes}"));
                }

                EmitStore(writer, isa);
            }
        }
    }

    private void EmitZeros(CodeWriter writer)
    {
        writer.Line("\n// Channels that fill up the block.");
        using (writer.Block("for (int i = 0; i < rows; i++)"))
        using (writer.Block("for (int j = 0; j < columns; j++)"))
        {
            writer.Line($"new Span<float>(outputs + i * shape->OutputRow + j * 16 + {Lanes}, {16 - Lanes}).Clear();");
        }
    }

    // A loop over the columns that the output has, from the buffer: the end of a tile is written once, and edges need no code of their own.
    private static void EmitStore(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("float* other = others + i * shape->OtherRow + lane;");
        using (writer.Block("for (int j = 0; j < columns; j++)"))
        {
            writer.Line($$"""
                V value = {{isa.MultiplyAdd($"Load(line + j * {isa.Lanes})", "gain0", "bias0")}};
                if ((end & (TileEnd.AddOther | TileEnd.AddStored)) != 0)
                {
                    value += Load(((end & TileEnd.AddStored) != 0 ? target : other) + j * 16);
                }

                if ((end & TileEnd.DeriveRelu) != 0)
                {
                    value = {{isa.Select(isa.GreaterThan("Load(other + j * 16)", "V.Zero"), "value", "V.Zero")}};
                }

                MaxNative(floor, value).Store(target + j * 16);
                """);
        }
    }

    // Wide vectors take two blocks together, so that one input serves two multiply-adds.
    private static int Together(VectorIsa isa) => isa.VectorsPerBlock == 1 ? 2 : 1;

    private WinogradProduct Product(VectorIsa isa, int blocks) => new(isa.Name, blocks * Math.Max(1, Lanes / isa.Lanes), Inputs);
}
