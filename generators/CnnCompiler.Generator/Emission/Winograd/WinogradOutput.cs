using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// Multiplies a chunk of transformed tiles by the transformed weights and transforms the products to 4x4 outputs: output block by output block, so
/// that the 36 products of one block stay in the second-level cache.
/// </summary>
internal sealed record WinogradOutput : Code
{
    public static readonly WinogradOutput Instance = new();

    public override string Summary => "Winograd F(4x4, 3x3): 36 products of transformed tiles and weights, then Y = A^T M A, stored a block of 16 channels at a time.";

    protected override string Title => "WinogradOutput";

    protected override bool IsUnique => true;

    /// <summary>Floats of working memory for chunks of a number of tiles: the products of two output blocks, and a buffer.</summary>
    public static long Workspace(int chunk) => (2L * WinogradTransform.Products * ((16 * chunk) + 16)) + Buffer;

    /// <summary>Floats of the buffer of a transform.</summary>
    public const int Buffer = WinogradTransform.Products * 16;

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

    private static void EmitProducts(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("/// <summary>Computes output blocks <paramref name=\"begin\"/> to <paramref name=\"end\"/> (exclusive) of tiles <paramref name=\"first\"/> and following of the batch.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* u, float* w, float* y, float* bias, float* gain, float* z, WinogradShape* shape, int first, int count, int begin, int end, float* m)"))
        {
            writer.Line($"""
                nint line = count * 16, inputPoint = line * shape->InputBlocks + 16, point = line + 16, weightPoint = shape->InputBlocks * 256;
                ProductLoops loops = default;
                loops.Blocks = shape->InputBlocks;
                loops.BlockStep = line;
                loops.InputPixel = 16;
                loops.OutputPixel = 16;
                loops.Rows = 1;
                loops.Columns = 1;
                loops.WeightBlock = 36 * weightPoint;
                loops.OutputBlock = 36 * point;
                float* buffer = m + {Together(isa)} * loops.OutputBlock;
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

    private static void EmitBlocks(CodeWriter writer, VectorIsa isa, int blocks)
    {
        writer.Line("float* weights = w + block * loops.WeightBlock;");
        using (writer.Block("for (int i = 0; i < 36; i++)"))
        {
            writer.Line($"{Product(isa, blocks).Name}.Run(u + i * inputPoint, weights + i * weightPoint, m + i * point, count, &loops);");
        }

        writer.Line();
        for (int i = 0; i < blocks; i++)
        {
            writer.Line($"{isa.Name}Chunk({(i == 0 ? "m" : "m + loops.OutputBlock")}, y, bias, gain, z, shape, first, count, {(i == 0 ? "block" : "block + 1")}, buffer);");
        }
    }

    private static void EmitChunk(CodeWriter writer, VectorIsa isa)
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
                    int rows = Math.Min(4, shape->Height - 4 * row), columns = Math.Min(4, shape->Width - 4 * column);
                    float* target = y + sample * shape->OutputSample + 4 * row * shape->OutputRow + column * 64;
                    float* other = z + sample * shape->OtherSample + 4 * row * shape->OtherRow + column * 64;
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

    private static void EmitTile(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {isa.Name}Tile(float* m, nint point, float* outputs, float* bias, float* gain, float* others, WinogradShape* shape, int rows, int columns, float* buffer)"))
        {
            EmitLanes(writer, isa);
        }
    }

    private static void EmitLanes(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("TileEnd end = shape->End;");
        writer.Line("V floor = (end & TileEnd.Relu) != 0 ? V.Zero : Create(float.NegativeInfinity);");
        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            writer.Line("V gain0 = (end & TileEnd.Gain) != 0 ? Load(gain + lane) : V.One;");
            writer.Line("V bias0 = (end & (TileEnd.Gain | TileEnd.Bias)) != 0 ? Load(bias + lane) : V.Zero;");
            writer.Line("// Down the columns.");
            using (writer.Block("for (int i = 0; i < 6; i++)"))
            {
                writer.Line("float* source = m + i * point + lane;");
                WinogradTransform.Load(writer, "q", 6, "source", "6 * point");
                WinogradTransform.Output(writer, isa);
                writer.Line($"float* target = buffer + i * {isa.Lanes};");
                WinogradTransform.Store(writer, 4, "target", $"{6 * isa.Lanes}");
            }

            writer.Line("\n// Along the rows that the output has.");
            using (writer.Block("for (int i = 0; i < rows; i++)"))
            {
                writer.Line($"float* source = buffer + i * {6 * isa.Lanes};");
                WinogradTransform.Load(writer, "q", 6, "source", $"{isa.Lanes}");
                WinogradTransform.Output(writer, isa);
                WinogradTransform.Store(writer, 4, "source", $"{isa.Lanes}");
                EmitStore(writer, isa);
            }
        }
    }

    // A loop over the columns that the output has, from the buffer: the end of a tile is written once, and edges need no code of their own.
    private static void EmitStore(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("float* target = outputs + i * shape->OutputRow + lane, other = others + i * shape->OtherRow + lane;");
        using (writer.Block("for (int j = 0; j < columns; j++)"))
        {
            writer.Line($$"""
                V value = {{isa.MultiplyAdd($"Load(source + j * {isa.Lanes})", "gain0", "bias0")}};
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

    private static WinogradProduct Product(VectorIsa isa, int blocks) => new(isa.Name, blocks * isa.VectorsPerBlock);
}
