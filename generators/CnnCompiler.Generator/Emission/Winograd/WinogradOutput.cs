using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// Multiplies a chunk of transformed tiles by the transformed weights and transforms the products to 4x4 outputs: output block by output block, so
/// that the 36 products of one block stay in the second-level cache.
/// </summary>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record WinogradOutput(Epilogue Epilogue) : Code
{
    public override string Summary => "Winograd F(4x4, 3x3): 36 products of transformed tiles and weights, then Y = A^T M A, stored a block of 16 channels at a time.";

    protected override string Title => "WinogradOutput" + (Epilogue.Title.Length == 0 ? "" : "_" + Epilogue.Title);

    /// <summary>Floats of working memory for chunks of a number of tiles: the products of two output blocks, and a buffer.</summary>
    public static long Workspace(int chunk) => (2L * WinogradTransform.Products * ((16 * chunk) + 16)) + Buffer;

    /// <summary>Floats of the buffer of a transform.</summary>
    public const int Buffer = WinogradTransform.Products * 16;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses().Concat(Enumerable.Range(1, Together(isa)).Select(blocks => Product(isa, blocks)));

    /// <summary>The statement that computes a chunk.</summary>
    public string Call(VectorIsa isa, string u, string y, string begin, string end, string m) =>
        $"{Name}.{isa.Name}({u}, a->W, {y}, {(Epilogue.Bias || Epilogue.Gain ? "a->Bias" : "null")}, {(Epilogue.Gain ? "a->Gain" : "null")}, "
        + $"{(Epilogue.ReadsOther ? "a->X2" : "null")}, &shape, first, count, {begin}, {end}, {m});";

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

    private void EmitChunk(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {isa.Name}Chunk(float* m, float* y, float* bias, float* gain, float* z, WinogradShape* shape, int first, int count, int block, float* buffer)"))
        {
            writer.Line("int sample = first / shape->Tiles, row = first % shape->Tiles / shape->TileColumns, column = first % shape->TileColumns;");
            writer.Line("y += block * shape->OutputBlock;");
            if (Epilogue.ReadsOther)
            {
                writer.Line("z += block * shape->OtherBlock;");
            }

            using (writer.Block("for (int tile = 0; tile < count; tile++)"))
            {
                string other = Epilogue.ReadsOther ? "z + sample * shape->OtherSample + 4 * row * shape->OtherRow + column * 64" : "null";
                writer.Line($"""
                    {isa.Name}Tile(
                        m + tile * 16, count * 16 + 16, y + sample * shape->OutputSample + 4 * row * shape->OutputRow + column * 64, shape->OutputRow,
                        {(Epilogue.Bias || Epilogue.Gain ? "bias + block * 16" : "null")}, {(Epilogue.Gain ? "gain + block * 16" : "null")}, {other}, shape->OtherRow,
                        Math.Min(4, shape->Height - 4 * row), Math.Min(4, shape->Width - 4 * column), buffer);
                    """);
                WinogradInput.EmitNext(writer);
            }
        }
    }

    private void EmitTile(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {isa.Name}Tile(float* m, nint point, float* outputs, nint outputRow, float* bias, float* gain, float* others, nint otherRow, int rows, int columns, float* buffer)"))
        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            if (Epilogue.Bias || Epilogue.Gain)
            {
                writer.Line($"V bias0 = Load(bias + lane){(Epilogue.Gain ? ", gain0 = Load(gain + lane)" : "")};");
            }

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

    // A loop over the columns that the output has, from the buffer: the epilogue is written once, and edges need no code of their own.
    private void EmitStore(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("float* target = outputs + i * outputRow + lane;");
        if (Epilogue.ReadsOther)
        {
            writer.Line("float* output = others + i * otherRow + lane;");
        }

        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        using (writer.Block("for (int j = 0; j < columns; j++)"))
        {
            writer.Line($"V value = Load(source + j * {isa.Lanes});");
            if (Epilogue.Gain)
            {
                writer.Line($"value = {isa.MultiplyAdd("value", "gain0", "bias0")};");
            }
            else if (Epilogue.Bias)
            {
                writer.Line("value += bias0;");
            }

            Epilogue.Store(writer, isa, "value", "target + j * 16", "output + j * 16");
        }
    }

    // Wide vectors take two blocks together, so that one input serves two multiply-adds.
    private static int Together(VectorIsa isa) => isa.VectorsPerBlock == 1 ? 2 : 1;

    private static WinogradProduct Product(VectorIsa isa, int blocks) => new(isa.Name, blocks * isa.VectorsPerBlock);
}
